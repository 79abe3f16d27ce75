import type { Person } from '#domain/access/person.ts';
import { scoreAnswer } from '#domain/evidence/score-answer.ts';
import { movesAt } from '#domain/scenario/moment.ts';
import type { Move } from '#domain/scenario/to-machine.ts';
import { findOwnAttempt, type Database } from '#db';
import { loadVersion } from '../content/load-version.ts';
import { recordMove } from '../record-move.ts';
import { startAttempt } from '../start-attempt.ts';
import { answerSample, type Manner } from './answer-sample.ts';

/**
 * Plays a scenario through the product's own verbs, a minute and a half a move from `startedAt` on,
 * to its end or for so many moves. Where reasons are asked for, `words` are given. Returns the
 * attempt's id.
 */
export async function playSample(
  db: Database,
  person: Person,
  slug: string,
  manner: Manner,
  startedAt: string,
  moves = Infinity,
  words?: string,
): Promise<string> {
  const started = await startAttempt(db, person, slug, startedAt, slug.length * 7919);
  if (!started.ok) throw new Error(`The sample plays "${slug}", which is not published.`);
  const { id, versionHash, form } = started.value;
  const { scenario } = await loadVersion(db, versionHash, form);
  let decided = 0;
  let harmed = false;
  for (let step = 0; step < moves; step += 1) {
    const attempt = (await findOwnAttempt(db, person.id, id))!;
    if (attempt.finishedAt) break;
    const { world, scene } = attempt.moment;
    const { decision } = scenario.scenes[scene]!;
    const offered = movesAt(scenario, attempt.moment);
    let move: Move = offered[0]!;
    if (decision && (move.type !== 'find' || world.known.length >= 2)) {
      const choice = answerSample(decision, world, manner, { decided, harmed });
      harmed ||= scoreAnswer(decision, choice, world)
        .values()
        .some((one) => one.harmful);
      decided += 1;
      move = { type: 'decide', choice };
    }
    const at = new Date(Date.parse(startedAt) + (step + 1) * 90_000).toISOString();
    const confidence = decided % 3 === 0 ? 'sure' : 'fairly-sure';
    const made = await recordMove(
      db,
      person,
      id,
      { step, kind: move.type, choice: move.choice, words, confidence, dwell: 41_000 },
      at,
    );
    if (!made.ok) throw new Error(`The sample could not play "${slug}": ${made.problem.code}.`);
  }
  return id;
}
