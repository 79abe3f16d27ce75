import type { Evidence } from './evidence.ts';

/** Whether a line of evidence counts towards a level, or why it does not. */
export type Counting = 'counts' | 'feedback-only' | 'counted-before' | 'too-old';

type Counted = Pick<Evidence, 'anchor'> & { finishedAt: string };

/**
 * Says of each line of one finished attempt whether it counts: it does where nobody could have avoided the
 * decision, once for each such point, from when the attempt ended until it is too old. Rows come in
 * the order they were made.
 */
export function markCounting<Row extends Counted>(
  rows: readonly Row[],
  since: string,
): (Row & { counting: Counting })[] {
  const met = new Set<string>();
  return rows.map((row) => {
    const before = row.anchor !== null && met.has(row.anchor);
    if (row.anchor !== null) met.add(row.anchor);
    return { ...row, counting: countingOf(row, before, since) };
  });
}

function countingOf({ anchor, finishedAt }: Counted, before: boolean, since: string): Counting {
  if (anchor === null) return 'feedback-only';
  if (before) return 'counted-before';
  return finishedAt >= since ? 'counts' : 'too-old';
}
