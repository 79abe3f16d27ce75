/** At one total score: how many of two groups were right and wrong at a decision. */
export interface Stratum {
  focal: { right: number; wrong: number };
  reference: { right: number; wrong: number };
}

/**
 * Whether a decision is harder for one group than for another of the same total score: the common odds
 * ratio of Mantel and Haenszel (1959, method §10). 1 is no difference; above 1 the reference group finds
 * it easier. Nothing where no stratum can tell. Only for groups that consented, and never without n.
 */
export function commonOdds(
  strata: readonly Stratum[],
): { odds: number; people: number } | undefined {
  let forReference = 0;
  let forFocal = 0;
  let people = 0;
  for (const { focal, reference } of strata) {
    const here = focal.right + focal.wrong + reference.right + reference.wrong;
    if (!here) continue;
    people += here;
    forReference += (reference.right * focal.wrong) / here;
    forFocal += (reference.wrong * focal.right) / here;
  }
  return forFocal > 0 ? { odds: forReference / forFocal, people } : undefined;
}
