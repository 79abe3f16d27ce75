import { expect, test } from 'vitest';
import { asOfDay } from './as-of-day.ts';

const now = '2026-11-22T10:00:00.000Z';

test.each([
  ['2026-11-21', '2026-11-21T23:59:59.999Z'],
  ['2026-07-01', '2026-07-01T22:59:59.999Z'],
  // The day on which clocks go back is 25 hours long.
  ['2026-10-25', '2026-10-25T23:59:59.999Z'],
])('the end of %s in England', (day, at) => {
  expect(asOfDay(day, now)).toEqual({ at, day, wrong: false });
});

test('nothing asked for, or today, is now', () => {
  for (const asked of [null, '', '2026-11-22'])
    expect(asOfDay(asked, now)).toEqual({ at: now, day: null, wrong: false });
});

test('what is no day, or is still to come, is now and said to be wrong', () => {
  for (const asked of ['2026-11-23', '2026-02-30', 'yesterday', '1', '2026-13-01'])
    expect(asOfDay(asked, now), asked).toEqual({ at: now, day: null, wrong: true });
});
