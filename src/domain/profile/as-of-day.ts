import { fromLondonTime, londonDate } from '../london-time.ts';

/** A time at which a record is looked at, and the day it was asked for by, where it lies behind. */
export interface AsOfDay {
  /** Up to when everything counts. */
  at: string;
  /** The day in England that was asked for, or nothing where it is now. */
  day: string | null;
  /** What was asked for is no day, or one to come: then it is now. */
  wrong: boolean;
}

/** Reads a day that somebody asked for as `YYYY-MM-DD`: what had been recorded when it ended. */
export function asOfDay(asked: string | null, now: string): AsOfDay {
  const present = { at: now, day: null, wrong: false };
  if (!asked || asked === londonDate(now)) return present;
  const start = /^\d{4}-\d{2}-\d{2}$/.test(asked) ? new Date(`${asked}T00:00:00Z`) : null;
  const isDay = !!start?.getTime() && start.toISOString().slice(0, 10) === asked;
  if (!start || !isDay || asked > londonDate(now)) return { ...present, wrong: true };
  const next = new Date(start.getTime() + 86_400_000).toISOString().slice(0, 10);
  const end = new Date(new Date(fromLondonTime(next, '00:00')).getTime() - 1).toISOString();
  return { at: end, day: asked, wrong: false };
}
