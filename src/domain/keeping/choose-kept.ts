/** How many backups are kept: the newest of each of so many days, ISO weeks and months that have one. */
export interface KeepingRule {
  daily: number;
  weekly: number;
  monthly: number;
}

/**
 * The project's proposal: a week day by day, then a month week by week, then a year month by month. A
 * provider may keep more; less than a week leaves no time to notice that something went wrong.
 */
export const backupRule: KeepingRule = { daily: 7, weekly: 5, monthly: 12 };

const dayMs = 86_400_000;

/** The Monday of the week of a day, which names the week. */
function weekOf(time: string): string {
  const day = Date.parse(`${time.slice(0, 10)}T00:00:00.000Z`);
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7;
  return new Date(day - sinceMonday * dayMs).toISOString().slice(0, 10);
}

/** Of backups taken at these times (ISO, UTC), the times of those that a rule keeps, newest first. */
export function chooseKept(times: readonly string[], rule: KeepingRule): string[] {
  const newestFirst = [...new Set(times)].sort().reverse();
  const kept = new Set(newestFirst.slice(0, 1));
  const keepNewestOf = (periodOf: (time: string) => string, most: number) => {
    const periods = new Set<string>();
    for (const time of newestFirst) {
      const period = periodOf(time);
      if (periods.has(period)) continue;
      if (periods.size === most) return;
      periods.add(period);
      kept.add(time);
    }
  };
  keepNewestOf((time) => time.slice(0, 10), rule.daily);
  keepNewestOf(weekOf, rule.weekly);
  keepNewestOf((time) => time.slice(0, 7), rule.monthly);
  return newestFirst.filter((time) => kept.has(time));
}
