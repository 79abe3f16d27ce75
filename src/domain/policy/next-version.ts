/** The version of a policy adopted on a day: the day, and a number where that day has one already. */
export function nextVersion(day: string, taken: readonly string[]): string {
  if (!taken.includes(day)) return day;
  for (let number = 2; ; number += 1)
    if (!taken.includes(`${day}.${number}`)) return `${day}.${number}`;
}
