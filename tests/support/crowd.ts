import { randomUUIDv7 } from 'node:crypto';
import { findOwnAttempt, firstServiceId, insertPerson, type Database } from '#db';
import type { Person } from '#domain/access/person.ts';
import type { Confidence } from '#domain/attempt/attempt.ts';
import type { Answer } from '#domain/scenario/answer.ts';
import { answersTo } from '#domain/scenario/answers-to.ts';
import type { Decision } from '#domain/scenario/decision.ts';
import { scoreAnswer } from '#domain/evidence/score-answer.ts';
import { movesAt } from '#domain/scenario/moment.ts';
import type { World } from '#domain/scenario/world.ts';
import { loadVersion } from '#server/content/load-version.ts';
import { recordMove } from '#server/record-move.ts';
import { startAttempt } from '#server/start-attempt.ts';

/** One of a crowd: their number, and a chance from 0 to 1 that is the same every time for the same words. */
export interface OfCrowd {
  number: number;
  chance(about: string): number;
}

/** How one of a crowd answers. */
export type Answering = (who: OfCrowd, scene: string, decision: Decision, world: World) => Answer;

/** A number from 0 to 1 that a text always gives. */
function chanceOf(text: string): number {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

const worth = (decision: Decision, answer: Answer, world: World) =>
  [...scoreAnswer(decision, answer, world).values()].reduce(
    (sum, { credit, harmful }) => sum + credit - (harmful ? 5 : 0),
    0,
  );

/** The more able of a crowd choose more soundly: who is able is the same in every scene. */
export const byAbility: Answering = (who, scene, decision, world) => {
  if (decision.kind === 'rationale') return '';
  const ranked = answersTo(decision, world).toSorted(
    (a, b) => worth(decision, b, world) - worth(decision, a, world),
  );
  const ability = 0.35 + 0.6 * who.chance('ability');
  if (who.chance(`sound ${scene}`) < ability) return ranked[0]!;
  return ranked[Math.floor(who.chance(`other ${scene}`) * ranked.length)]!;
};

const sureness: Confidence[] = ['unsure', 'fairly-sure', 'sure'];

/** Lets so many people play a scenario for the first time, through the product's own verbs. */
export async function playCrowd(
  db: Database,
  slug: string,
  people: number,
  answer: Answering = byAbility,
  at = '2026-11-02T09:00:00.000Z',
): Promise<Person[]> {
  const crowd: Person[] = [];
  for (let number = 0; number < people; number += 1) {
    const id = randomUUIDv7();
    const named = { username: `crowd.${id}`, name: `Crowd ${number}` };
    const person = {
      id,
      ...named,
      role: 'worker',
      category: 'CWP-CSW',
      startedOn: '2026-01-05',
      services: [firstServiceId],
      everywhere: false,
    };
    const credential = { passwordHash: 'none', temporary: false };
    await insertPerson(db, person as Person, credential, {
      by: id,
      at,
    });
    crowd.push(person as Person);
    const chance = (about: string) => chanceOf(`${slug} ${number} ${about}`);
    await playOne(db, person as Person, slug, { number, chance }, answer, at);
  }
  return crowd;
}

async function playOne(
  db: Database,
  person: Person,
  slug: string,
  who: OfCrowd,
  answer: Answering,
  at: string,
): Promise<void> {
  const started = await startAttempt(db, person, slug, at);
  if (!started.ok) throw new Error(`"${slug}" cannot be played.`);
  const { id, versionHash, form } = started.value;
  const { scenario } = await loadVersion(db, versionHash, form);
  for (let step = 0; ; step += 1) {
    const attempt = (await findOwnAttempt(db, person.id, id))!;
    if (attempt.finishedAt) return;
    const { scene, world } = attempt.moment;
    const { decision } = scenario.scenes[scene]!;
    const offered = movesAt(scenario, attempt.moment);
    const other = offered[Math.floor(who.chance(`move ${scene} ${step}`) * offered.length)]!;
    const decides = decision && (step > 60 || other.type === 'decide' || other.type === 'go-on');
    const move = decides
      ? { type: 'decide' as const, choice: answer(who, scene, decision, world) }
      : other;
    const confidence = sureness[Math.floor(who.chance(`sure ${scene}`) * 3)];
    const body = { step, kind: move.type, choice: move.choice, dwell: 9_000 };
    const words = decision?.kind === 'rationale' ? { words: 'Because she asked me to.' } : {};
    const made = await recordMove(db, person, id, { ...body, confidence, ...words }, at);
    if (!made.ok) throw new Error(`${move.type} ${move.choice} was refused in "${scene}".`);
  }
}
