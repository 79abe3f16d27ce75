import { sampleCorrelation, sum, variance } from 'simple-statistics';

/** A row for each person, a column for each item: what they scored there, 0 to 1. */
export type Scores = readonly (readonly number[])[];

/** Less than this is no variance: thirds and their sums differ by as much in a computer. */
const least = 1e-12;

const column = (scores: Scores, item: number) => scores.map((row) => row[item]!);
const totals = (scores: Scores) => scores.map((row) => sum([...row]));

/** How easy an item is: the mean of what was scored there, 0 (nobody) to 1 (everybody). */
export const difficulty = (scores: Scores, item: number): number =>
  sum(column(scores, item)) / scores.length;

/**
 * How well items hang together: Cronbach's alpha, which is KR-20 where every item is 0 or 1 (Kuder and
 * Richardson 1937, method §10). All variances are of the whole group (n, not n − 1): mixing them makes
 * it too large. Nothing for fewer than two items, or where all people score the same.
 */
export function alpha(scores: Scores): number | undefined {
  const items = scores[0]?.length ?? 0;
  const total = scores.length ? variance(totals(scores)) : 0;
  if (items < 2 || total < least) return undefined;
  const within = sum(Array.from({ length: items }, (_, item) => variance(column(scores, item))));
  return (items / (items - 1)) * (1 - within / total);
}

/** The standard error of measurement: how far a total may lie from the true one by chance alone. */
export const errorOfMeasurement = (scores: Scores, reliability: number): number =>
  Math.sqrt(variance(totals(scores)) * (1 - Math.max(0, reliability)));

/**
 * How an item goes with all the others together, −1 to 1. The item itself is left out of the total:
 * with it in, every item would seem better than it is (method §10). Nothing where either never varies.
 */
export function itemTotal(scores: Scores, item: number): number | undefined {
  const own = column(scores, item);
  const rest = totals(scores).map((total, at) => total - own[at]!);
  if (scores.length < 2 || variance(own) < least || variance(rest) < least) return undefined;
  return sampleCorrelation(own, rest);
}
