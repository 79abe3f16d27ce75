import type { Level } from '../scenario/words.ts';
import type { AssessedDecision } from './assess-decision.ts';

/** How a claim came out in one finished attempt. Never shown without its number of anchors. */
export interface ClaimScore {
  /** Weighted share of credit over the anchors, 0 to 1. */
  score: number;
  anchors: number;
  nonRoutine: number;
}

type Scored = Pick<
  AssessedDecision,
  'competency' | 'level' | 'credit' | 'weight' | 'anchor' | 'nonRoutine'
>;

/**
 * Path-fair total of a claim (method §2): S = Σ w·c / Σ w over the claim's anchors. Every path meets
 * every anchor, so a finished attempt always has the same denominator. Where a path meets two
 * decisions of one anchor group, the first counts: rows come in the order they were made.
 */
export function scoreClaim(
  rows: readonly Scored[],
  claim: { competency: string; level: Level },
): ClaimScore | undefined {
  const counted = new Map<string, Scored>();
  for (const row of rows) {
    if (row.anchor === null || row.competency !== claim.competency || row.level < claim.level)
      continue;
    if (!counted.has(row.anchor)) counted.set(row.anchor, row);
  }
  const anchors = [...counted.values()];
  const weight = anchors.reduce((sum, row) => sum + row.weight, 0);
  if (!weight) return undefined;
  return {
    score: anchors.reduce((sum, row) => sum + row.weight * row.credit, 0) / weight,
    anchors: anchors.length,
    nonRoutine: anchors.filter((row) => row.nonRoutine).length,
  };
}
