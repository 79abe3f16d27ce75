import { expect, test } from 'vitest';
import { groupByNeed } from './group-by-need.ts';
import type { State } from './state.ts';

const line = (id: string, state: State) => ({ id, leading: { state } });
const ids = (lines: { id: string }[]) => lines.map(({ id }) => id).join(' ');

test('concerns, then conflicts, then what there is evidence for, then the rest', () => {
  const grouped = groupByNeed([
    line('a', 'meets'),
    line('b', 'no-evidence'),
    line('c', 'conflict'),
    line('d', 'emerging'),
    line('e', 'due-for-review'),
    line('f', 'concern'),
    line('g', 'emerging'),
  ]);
  expect(ids(grouped.pressing)).toBe('f c');
  expect(ids(grouped.evidenced)).toBe('e d g a');
  expect(ids(grouped.untouched)).toBe('b');
});
