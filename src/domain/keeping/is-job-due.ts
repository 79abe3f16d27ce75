/** What is known of the last run of a job: when it began (ISO), and how it went. */
export interface JobRun {
  ranAt: string;
  state: 'running' | 'failed' | 'done';
}

/** How often a job is done: every so many hours, or once a day at a time of day in UTC (`HH:MM`). */
export interface JobTimes {
  everyHours: number;
  dailyAt?: string | undefined;
}

const hour = 3_600_000;

/** Hours after which a run that failed is tried again, and one that never ended is taken for dead. */
export const retryHours = 1;

/**
 * Whether a job is to be done at a time (ISO). One that failed or never ended is due again within the
 * hour. A run that lies more than its own period ahead was noted by a clock that has been set back
 * since: waiting for it could take years, so the job is due. A smaller lead is another machine's clock.
 */
export function isJobDue(
  { everyHours, dailyAt }: JobTimes,
  last: JobRun | undefined,
  at: string,
): boolean {
  if (!last) return true;
  const now = Date.parse(at);
  const ran = Date.parse(last.ranAt);
  if (ran - now > everyHours * hour) return true;
  if (last.state !== 'done') return now - ran >= Math.min(retryHours, everyHours) * hour;
  if (dailyAt) return ran < lastTime(dailyAt, now);
  return now - ran >= everyHours * hour;
}

/** The latest moment (ms) at or before `now` with this time of day in UTC. */
function lastTime(timeOfDay: string, now: number): number {
  const today = Date.parse(`${new Date(now).toISOString().slice(0, 10)}T${timeOfDay}:00.000Z`);
  return today <= now ? today : today - 24 * hour;
}
