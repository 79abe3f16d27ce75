import { expect, test } from 'vitest';
import { orderInduction } from './order-induction.ts';
import type { Playable } from './plan-year.ts';

const playable = (slug: string, standards: string[], level: 2 | 3 = 2): Playable => ({
  slug,
  level,
  competencies: [],
  standards,
});

test('first comes what opens most standards, then what opens most of the rest', () => {
  const all = [
    playable('one', ['1']),
    playable('three', ['1', '2', '3']),
    playable('two', ['2', '3', '4']),
    playable('high', ['5', '6', '7', '8'], 3),
    playable('other', ['5', '6']),
  ];
  for (const seed of [1, 2, 3]) {
    const order = orderInduction(all, 'ann', seed);
    expect(['three', 'two']).toContain(order[0]);
    expect(order[1]).toBe('other');
    expect([...order].sort()).toEqual(['one', 'other', 'three', 'two']);
  }
});

test('it is the same for the same seed', () => {
  const all = ['a', 'b', 'c', 'd', 'e'].map((slug) => playable(slug, ['1']));
  expect(orderInduction(all, 'ann', 1)).toEqual(orderInduction(all, 'ann', 1));
  expect(orderInduction(all, 'ann', 1)).not.toEqual(orderInduction(all, 'ann', 4));
});
