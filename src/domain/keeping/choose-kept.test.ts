import { expect, test } from 'vitest';
import { backupRule, chooseKept } from './choose-kept.ts';

const dayMs = 86_400_000;
const two = (day: number) => new Date(Date.UTC(2026, 0, 1, 2) + day * dayMs).toISOString();

test('the newest of each day, week and month is kept, and no more of them than the rule says', () => {
  const times = [
    '2026-03-31T02',
    '2026-03-31T14',
    '2026-03-30T02',
    '2026-03-29T02',
    '2026-03-22T02',
    '2026-02-28T02',
    '2026-02-01T02',
    '2025-12-01T02',
  ];
  const rule = { daily: 2, weekly: 3, monthly: 2 };
  // 29 March is a Sunday: of the week before that of the 30th and 31st.
  expect(chooseKept(times, rule)).toEqual([
    '2026-03-31T14',
    '2026-03-30T02',
    '2026-03-29T02',
    '2026-03-22T02',
    '2026-02-28T02',
  ]);
});

test('after two years of nights, as many are left as the rule can hold, whether thinned nightly or at the end', () => {
  const nights = Array.from({ length: 730 }, (_, day) => two(day));
  const atTheEnd = chooseKept(nights, backupRule);
  let nightly: string[] = [];
  for (const night of nights) nightly = chooseKept([...nightly, night], backupRule);
  expect(nightly).toEqual(atTheEnd);
  expect(atTheEnd.slice(0, 7)).toEqual(nights.slice(-7).reverse());
  expect(atTheEnd.length).toBeGreaterThanOrEqual(20);
  expect(atTheEnd.length).toBeLessThanOrEqual(7 + 5 + 12);
  expect(atTheEnd.at(-1)! < two(730 - 330)).toBe(true);
});

test('the newest is kept whatever the rule, and nothing is made of nothing', () => {
  expect(chooseKept([two(0), two(1)], { daily: 0, weekly: 0, monthly: 0 })).toEqual([two(1)]);
  expect(chooseKept([], backupRule)).toEqual([]);
});
