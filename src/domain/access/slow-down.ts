/** Failures in a row that cost nothing. */
export const freeFailures = 5;
/** The same on a shared tablet, where a whole shift types: more of them are honest mistakes. */
export const freeFailuresOnTablet = 15;
const firstWait = 30;
const longestWait = 15 * 60;

/** How many seconds must pass after this many failures in a row: 30, doubling up to 15 minutes. */
export const waitAfter = (failures: number, free = freeFailures): number =>
  failures < free ? 0 : Math.min(firstWait * 2 ** (failures - free), longestWait);

/** How many seconds are still to wait at a moment, given the failures so far and the last of them. */
export function secondsToWait(
  failures: number,
  lastAt: string,
  at: string,
  free = freeFailures,
): number {
  const until = Date.parse(lastAt) + waitAfter(failures, free) * 1000;
  return Math.max(0, Math.ceil((until - Date.parse(at)) / 1000));
}
