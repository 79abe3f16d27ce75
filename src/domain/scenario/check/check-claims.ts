import { anchorsOf, type Anchor } from '../anchors.ts';
import type { Scenario } from '../schema.ts';
import type { Problem } from './problem.ts';

/** A claim rests on decisions that nobody can avoid, or it may not be made: assessment method §2. */
export function checkClaims(scenario: Scenario, anchors: Anchor[], fewest: number): Problem[] {
  return scenario.claims.flatMap((claim, at) => {
    const found = anchorsOf(anchors, claim).length;
    if (found >= fewest) return [];
    return [
      {
        code: 'too-few-anchors',
        path: ['claims', at],
        message: `The claim ${claim.competency} at level ${claim.level} rests on ${found} anchor${found === 1 ? '' : 's'}; it needs ${fewest}.`,
        remedy:
          'Add decisions that every path meets, let equivalent ones share an "anchor", or drop the claim.',
      },
    ];
  });
}
