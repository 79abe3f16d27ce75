import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { dueAt, dueBefore, Period, Retention, sayPeriod } from './retention.ts';

const at = '2026-11-22T09:00:00.000Z';

test.each([
  [{ years: 6 }, '2020-11-22T09:00:00.000Z', '6 years'],
  [{ months: 1 }, '2026-10-22T09:00:00.000Z', '1 month'],
  [{ days: 30 }, '2026-10-23T09:00:00.000Z', '30 days'],
  [{ days: 0 }, at, 'Not at all'],
])('%j back is %s', (period, before, words) => {
  expect(dueBefore(at, period)).toBe(before);
  expect(dueAt(before, period)).toBe(at);
  expect(sayPeriod(period)).toBe(words);
});

test('a day that the month has not ends with the month', () => {
  expect(dueAt('2024-02-29T09:00:00.000Z', { years: 1 })).toBe('2025-02-28T09:00:00.000Z');
  expect(dueBefore('2026-03-31T09:00:00.000Z', { months: 1 })).toBe('2026-02-28T09:00:00.000Z');
});

test('a period is one length of time', () => {
  const lengths = [{ years: 1, days: 1 }, {}, { years: 0 }, { days: -1 }, { weeks: 1 }];
  expect(lengths.filter((one) => Period.safeParse(one).success)).toEqual([]);
});

test('the file that the product comes with is sound, and asks the provider to confirm', () => {
  const file = new URL('../../../scenarios/retention/retention.yaml', import.meta.url);
  const retention = Retention.parse(parse(readFileSync(file, 'utf8')));
  expect(retention.about).toMatch(/proposal/);
  expect(retention.about).toMatch(/confirm/);
});
