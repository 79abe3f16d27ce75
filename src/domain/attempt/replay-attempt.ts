import type { AssessedDecision } from '../evidence/assess-decision.ts';
import { firstMoment } from '../scenario/moment.ts';
import type { PublishedScenario } from '../scenario/published.ts';
import type { Attempt, MadeMove } from './attempt.ts';
import { takeMove } from './take-move.ts';

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** A stored line of evidence, as far as a replay can know it. */
export type StoredEvidence = AssessedDecision & { moveId: string };

const bare = ({
  competency,
  level,
  credit,
  weight,
  anchor,
  harmful,
  nonRoutine,
  recovered,
}: AssessedDecision) => [competency, level, credit, weight, anchor, harmful, nonRoutine, recovered];

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
  let attempt: Attempt = {
    ...stored,
    step: 0,
    moment: firstMoment(published.machine),
    finishedAt: null,
  };
  const found = new Set<string>();
  for (const move of moves) {
    const where = `step ${move.step} (${move.scene}, ${move.choice || 'going on'})`;
    if (move.scene !== attempt.moment.scene || !same(move.worldBefore, attempt.moment.world))
      differences.push(`${where}: the story stood elsewhere before this move.`);
    const taken = takeMove(published, attempt, {
      step: move.step,
      move: { type: move.kind, choice: move.choice } as never,
    });
    if (!taken.ok)
      return [
        ...differences,
        `${where}: this move could not have been made (${taken.problem.code}).`,
      ];
    if (!same(move.offered, taken.value.offered))
      differences.push(`${where}: other options were offered.`);
    const kept = evidence
      .filter((row) => row.moveId === move.id)
      .map(bare)
      .map((row) => JSON.stringify(row))
      .sort();
    const due = taken.value.assessed
      .map(bare)
      .map((row) => JSON.stringify(row))
      .sort();
    if (!same(kept, due))
      differences.push(`${where}: the stored evidence is not what this decision shows.`);
    found.add(move.id);
    attempt = {
      ...attempt,
      step: attempt.step + 1,
      moment: taken.value.after,
      finishedAt: taken.value.finished ? move.at : null,
    };
  }
  if (evidence.some((row) => !found.has(row.moveId)))
    differences.push('There is evidence of a decision that is not stored.');
  if (attempt.step !== stored.step)
    differences.push(`It stands at step ${stored.step}; its moves give ${attempt.step}.`);
  if (!same(attempt.moment, stored.moment))
    differences.push('It stands in another moment than its moves give.');
  if (attempt.finishedAt !== stored.finishedAt)
    differences.push('Its end is not where its moves end.');
  return differences;
}
