import { expect, test } from 'vitest';
import { findBehind, type StarterProgress } from './starters.ts';

const policy = { starters: { rule: 'Twelve weeks.', weeks: 12 } };
const today = '2026-11-22';
const starter = (weeks: number, more: Partial<StarterProgress> = {}): StarterProgress => ({
  person: {
    id: 'ada',
    name: 'Ada',
    startedOn: new Date(Date.parse(today) - weeks * 7 * 86_400_000).toISOString().slice(0, 10),
  },
  standards: { done: 0, of: 16 },
  finished: 0,
  ...more,
});

test.each([
  [0, 0, null],
  [1, 0, 'Week 2 of 12. 0 of 16 standards complete. By now one would expect 1.'],
  [1, 1, null],
  [6, 7, 'Week 7 of 12. 7 of 16 standards complete. By now one would expect 8.'],
  [6, 8, null],
  [11, 14, null],
  [12, 15, '12 weeks are over. 15 of 16 standards complete.'],
  [12, 16, null],
  [23, 0, '12 weeks are over. 0 of 16 standards complete.'],
  [24, 0, null],
])('after %i full weeks with %i standards: %s', (weeks, done, says) => {
  const [behind] = findBehind([starter(weeks, { standards: { done, of: 16 } })], policy, today);
  expect(behind?.says[0] ?? null).toBe(says);
});

test('where standards are not known, only having finished nothing is said', () => {
  const unknown = { standards: null };
  expect(findBehind([starter(3, unknown)], policy, today)).toHaveLength(1);
  expect(findBehind([starter(3, { ...unknown, finished: 1 })], policy, today)).toEqual([]);
  expect(findBehind([starter(0, unknown)], policy, today)).toEqual([]);
});
