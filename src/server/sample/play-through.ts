import type { Person } from '#domain/access/person.ts';
import type { Attempt } from '#domain/attempt/attempt.ts';
import type { Decision } from '#domain/scenario/decision.ts';
import { movesAt } from '#domain/scenario/moment.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import type { Move } from '#domain/scenario/to-machine.ts';
import type { World } from '#domain/scenario/world.ts';
import { findOwnAttempt, type Database } from '#db';
import { recallAttempt } from '../attempt-memory.ts';
import { loadVersion } from '../content/load-version.ts';
import { recordMove, type MoveBody } from '../record-move.ts';
import { startAttempt } from '../start-attempt.ts';

/** What somebody who is made up does at a decision: the answer, and how sure they say they are. */
export type Decided = Pick<MoveBody, 'choice' | 'words' | 'confidence'>;

/** Decides for somebody who is made up; `at` says when. */
export type Decide = (
  decision: Decision,
  world: World,
  where: { published: PublishedScenario; scene: string; attempt: Attempt },
) => Decided;

/**
 * Plays a scenario through the product's own verbs, a minute and a half a move from `startedAt` on,
 * to its end or for so many moves. Returns the attempt's id.
 */
export async function playThrough(
  db: Database,
  person: Person,
  slug: string,
  startedAt: string,
  decide: Decide,
  { moves = 200, seed = slug.length * 7919 } = {},
): Promise<string> {
  const started = await startAttempt(db, person, slug, startedAt, seed);
  if (!started.ok) throw new Error(`"${slug}" is to be played and is not published.`);
  const { id, versionHash, form } = started.value;
  const published = await loadVersion(db, versionHash, form);
  const { scenario } = published;
  for (let step = 0; step < moves; step += 1) {
    const attempt =
      recallAttempt(db, id, person.id, step) ?? (await findOwnAttempt(db, person.id, id))!;
    if (attempt.finishedAt) break;
    const { world, scene } = attempt.moment;
    const { decision } = scenario.scenes[scene]!;
    let move: Move = movesAt(scenario, attempt.moment)[0]!;
    let said: Partial<Decided> = {};
    if (decision && (move.type !== 'find' || world.known.length >= 2)) {
      said = decide(decision, world, { published, scene, attempt });
      move = { type: 'decide', choice: said.choice! };
    }
    const at = new Date(Date.parse(startedAt) + (step + 1) * 90_000).toISOString();
    const body = { step, kind: move.type, choice: move.choice, ...said, dwell: 41_000 };
    const made = await recordMove(db, person, id, body, at);
    if (!made.ok) throw new Error(`"${slug}" could not be played: ${made.problem.code}.`);
  }
  return id;
}
