import type { AssessedDecision } from '../evidence/assess-decision.ts';
import { firstMoment } from '../scenario/moment.ts';
import type { PublishedScenario } from '../scenario/published.ts';
import type { Move } from '../scenario/to-machine.ts';
import { advanceAttempt } from './advance-attempt.ts';
import type { Attempt, MadeMove } from './attempt.ts';
import { takeMove } from './take-move.ts';

/** The same thing, in whatever order its parts were put together. */
const same = (a: unknown, b: unknown) => inOneOrder(a) === inOneOrder(b);
const inOneOrder = (value: unknown) =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );

/** A stored line of evidence: what a decision showed, of whom, and when. */
export type StoredEvidence = AssessedDecision & { moveId: string; personId: string; at: string };

type Line = AssessedDecision & { personId: string; at: string };

/** Everything in a line of evidence that its decision settles, in one order. */
const inOrder = (rows: readonly Line[]): string[] =>
  rows
    .map((row) =>
      JSON.stringify([
        row.personId,
        row.at,
        row.competency,
        row.level,
        row.credit,
        row.weight,
        row.anchor,
        row.harmful,
        row.nonRoutine,
        row.recovered,
      ]),
    )
    .sort();

/**
 * Recomputes an attempt from its decisions and its pinned version, and says where what is stored
 * differs: years later, the same decisions must still give the same result.
 */
export function replayAttempt(
  published: PublishedScenario,
  stored: Attempt,
  moves: readonly MadeMove[],
  evidence: readonly StoredEvidence[],
): string[] {
  const differences: string[] = [];
  const moment = firstMoment(published.machine);
  let attempt: Attempt = { ...stored, step: 0, moment, finishedAt: null, arrivedBy: null };
  for (const move of moves) {
    const kept = evidence.filter((row) => row.moveId === move.id);
    const replayed = replayMove(published, attempt, move, kept);
    const where = `step ${move.step} (${move.scene}, ${move.choice || 'going on'})`;
    differences.push(...replayed.differences.map((words) => `${where}: ${words}`));
    if (!replayed.after) return differences;
    attempt = replayed.after;
  }
  const made = new Set(moves.map((move) => move.id));
  if (evidence.some((row) => !made.has(row.moveId)))
    differences.push('There is evidence of a decision that is not stored.');
  if (attempt.step !== stored.step)
    differences.push(`It stands at step ${stored.step}; its moves give ${attempt.step}.`);
  if (!same(attempt.moment, stored.moment))
    differences.push('It stands in another moment than its moves give.');
  if (!same(attempt.arrivedBy, stored.arrivedBy))
    differences.push('It tells another move before its scene than its moves give.');
  if (attempt.finishedAt !== stored.finishedAt)
    differences.push('Its end is not where its moves end.');
  return differences;
}

function replayMove(
  published: PublishedScenario,
  attempt: Attempt,
  made: MadeMove,
  kept: readonly StoredEvidence[],
): { differences: string[]; after?: Attempt } {
  const differences: string[] = [];
  if (made.scene !== attempt.moment.scene || !same(made.worldBefore, attempt.moment.world))
    differences.push('the story stood elsewhere before this move.');
  const move = { type: made.kind, choice: made.choice } as Move;
  const taken = takeMove(published, attempt, { step: made.step, move, words: made.words });
  if (!taken.ok)
    return {
      differences: [...differences, `this move could not have been made (${taken.problem.code}).`],
    };
  const { offered, assessed } = taken.value;
  if (!same(made.offered, offered)) differences.push('other options were offered.');
  const due = assessed.map((row) => ({ ...row, personId: attempt.personId, at: made.at }));
  if (!same(inOrder(kept), inOrder(due)))
    differences.push('the stored evidence is not what this decision shows.');
  return { differences, after: advanceAttempt(attempt, taken.value, made) };
}
