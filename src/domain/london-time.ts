const dateParts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
});
const longDate = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long' });
const shortDate = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'medium',
});
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' });
const dateAndTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'long',
  timeStyle: 'short',
});

/** The day in England at a UTC time, as YYYY-MM-DD. */
export const londonDate = (at: string): string => dateParts.format(new Date(at));

/** The time of day in England at a UTC time, as HH:MM. */
export const londonClock = (at: string): string => clock.format(new Date(at));

/** A day as people write it: 21 November 2026. Takes a UTC time or a bare date. */
export const sayDate = (at: string): string => longDate.format(new Date(at));

/** A day as a list writes it: 21 Nov 2026. */
export const sayShortDate = (at: string): string => shortDate.format(new Date(at));

/** A day and time in England as people write it. */
export const sayTime = (at: string): string => dateAndTime.format(new Date(at));

/**
 * The UTC time of a day and time in England. Tries the two offsets that England uses; in the hour that
 * clocks repeat in autumn it takes the first.
 */
export function fromLondonTime(date: string, time: string): string {
  const summer = new Date(`${date}T${time}:00+01:00`);
  const found = clock.format(summer) === time ? summer : new Date(`${date}T${time}:00Z`);
  return found.toISOString();
}
