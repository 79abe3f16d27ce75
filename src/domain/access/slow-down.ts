/** Failures in a row that cost nothing. */
export const freeFailures = 5;
const firstWait = 30;
const longestWait = 15 * 60;

/** How many seconds must pass after this many failures in a row: 30, doubling up to 15 minutes. */
export const waitAfter = (failures: number): number =>
  failures < freeFailures ? 0 : Math.min(firstWait * 2 ** (failures - freeFailures), longestWait);

/** How many seconds are still to wait at a moment, given the failures so far and the last of them. */
export function secondsToWait(failures: number, lastAt: string, at: string): number {
  const until = Date.parse(lastAt) + waitAfter(failures) * 1000;
  return Math.max(0, Math.ceil((until - Date.parse(at)) / 1000));
}
