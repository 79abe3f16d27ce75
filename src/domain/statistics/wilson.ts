/** The 97.5th percentile of the normal distribution: 95 in 100 lie within this on either side. */
const z = 1.959963984540054;

/**
 * Between which shares the true one lies, with 95 % confidence: Wilson's score interval (method §10).
 * For so many of a number above 0; both ends from 0 to 1.
 */
export function wilsonInterval(count: number, of: number): [low: number, high: number] {
  const share = count / of;
  const spread = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const middle = share + z ** 2 / (2 * of);
  const size = 1 + z ** 2 / of;
  return [Math.max(0, (middle - spread) / size), Math.min(1, (middle + spread) / size)];
}
