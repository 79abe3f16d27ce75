import { describe, expect, test } from 'vitest';
import { noon, seen, soundPractice } from '../../../tests/support/records.ts';
import { policy } from '../../../tests/support/first-policy.ts';
import type { Seen } from '../evidence/evidence.ts';
import { weighPractice } from './weigh-practice.ts';

const weigh = (rows: Seen[], level: 2 | 3 = 2, at = noon('2026-11-01')) =>
  weighPractice(rows, { competency: 'IP-01', level }, policy, at);
/** Observations on days one after another, the first given being the earliest. */
const inOrder = (...entrustments: number[]) =>
  entrustments.map((entrustment, at) => seen(`2026-10-0${at + 1}`, entrustment));

test('nothing seen is nothing', () => {
  expect(weigh([])).toEqual({
    observations: 0,
    atLevel: 0,
    observers: 0,
    tasks: 0,
    median: null,
    lowestRecent: null,
    verdict: 'insufficient',
    stale: false,
  });
});

describe('a mean of ordinal entrustment: the median is a level that was given', () => {
  test.each([
    [[3], 3],
    [[1, 5], 1],
    [[2, 5, 5], 5],
    [[1, 1, 5, 5], 1],
    [[5, 4, 1, 2, 5], 4],
  ])('%j: %i', (given, median) => {
    expect(weigh(inOrder(...given)).median).toBe(median);
  });
});

describe('the lowest of the latest three', () => {
  test.each([
    [[1, 3, 3, 3], 3],
    [[3, 1, 3, 3], 1],
    [[4, 3], 3],
  ])('%j: %i', (given, lowest) => {
    expect(weigh(inOrder(...given)).lowestRecent).toBe(lowest);
  });
});

describe('verdicts', () => {
  const other = { observerId: 'pat', task: 'handover' };
  test.each<[string, Seen[], 2 | 3, string]>([
    ['two at level 2', inOrder(3, 3), 2, 'supports'],
    ['one is too few', inOrder(5), 2, 'insufficient'],
    ['two, and the latest at "watch only"', inOrder(3, 3, 1), 2, 'against'],
    ['two of the past, and one against', inOrder(2, 3, 3), 2, 'against'],
    ['one against that is no longer recent', inOrder(2, 3, 3, 3), 2, 'supports'],
    ['level 2 practice at level 3', inOrder(3, 3, 3), 3, 'insufficient'],
    ['three at level 3, two observers, two tasks', soundPractice(), 3, 'supports'],
    [
      'three by one observer',
      soundPractice().map((row) => ({ ...row, observerId: 'ola' })),
      3,
      'insufficient',
    ],
    [
      'three of one task',
      soundPractice().map((row) => ({ ...row, task: 'mealtime' })),
      3,
      'insufficient',
    ],
    [
      'a second observer who saw less',
      [
        seen('2026-10-01', 4),
        seen('2026-10-02', 4),
        seen('2026-10-03', 4),
        seen('2026-09-01', 3, other),
      ],
      3,
      'insufficient',
    ],
  ])('%s: level %s', (_, rows, level, verdict) => {
    expect(weigh(rows, level).verdict).toBe(verdict);
  });
  test('what was seen of another competency says nothing', () => {
    expect(weigh(inOrder(5, 5).map((row) => ({ ...row, competency: 'IP-02' }))).observations).toBe(
      0,
    );
  });
});

test.each([
  ['2026-10-01', '2027-10-01T09:00:00.000Z', false],
  ['2026-10-01', '2027-10-01T09:00:00.001Z', true],
])('last seen on %s, at %s it is due: %s', (day, at, stale) => {
  expect(weigh([seen('2026-01-01', 4), seen(day, 4)], 2, at).stale).toBe(stale);
});
