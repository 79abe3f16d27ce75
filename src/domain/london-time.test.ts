import { expect, test } from 'vitest';
import { fromLondonTime, londonDate, sayDate, sayShortDate, sayTime } from './london-time.ts';

test.each([
  ['2026-01-15', '09:30', '2026-01-15T09:30:00.000Z'],
  ['2026-07-15', '09:30', '2026-07-15T08:30:00.000Z'],
  ['2026-07-15', '00:10', '2026-07-14T23:10:00.000Z'],
  // The clocks repeat this hour; the first of the two is meant.
  ['2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
])('%s at %s in England is %s', (date, time, utc) => {
  expect(fromLondonTime(date, time)).toBe(utc);
});

test('days and times are those of England', () => {
  expect(londonDate('2026-07-14T23:10:00.000Z')).toBe('2026-07-15');
  expect(sayDate('2026-07-14T23:10:00.000Z')).toBe('15 July 2026');
  expect(sayShortDate('2026-11-21')).toBe('21 Nov 2026');
  expect(sayTime('2026-07-14T23:10:00.000Z')).toBe('15 July 2026 at 00:10');
});
