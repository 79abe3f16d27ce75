import { expect, test } from 'vitest';
import { discussion } from '../../../tests/support/records.ts';
import { standingDiscussions } from './standing-discussions.ts';

const claim = { competency: 'IP-01', level: 3 };
const first = discussion('2026-10-01');
const ids = (...rows: Parameters<typeof standingDiscussions>[0]) =>
  standingDiscussions(rows, claim).map(({ id }) => id);

test('a discussion that shows the level stands for it and for those below, and for nothing else', () => {
  expect(ids(first)).toEqual([first.id]);
  expect(standingDiscussions([first], { competency: 'IP-01', level: 2 })).toHaveLength(1);
  expect(standingDiscussions([first], { competency: 'IP-02', level: 2 })).toEqual([]);
  expect(ids({ ...first, level: 2 })).toEqual([]);
  expect(ids({ ...first, shown: false })).toEqual([]);
});

test('two markers who agree stand as one; who differ, as nothing until they have talked', () => {
  const second = { ...first, id: 'second', step: 'second' as const, by: 'pat' };
  const differs = { ...second, shown: false };
  const settled = {
    ...first,
    id: 'talk',
    step: 'settled' as const,
    at: '2026-10-03T12:00:00.000Z',
  };
  expect(ids(first, second)).toEqual([first.id]);
  expect(ids(first, differs)).toEqual([]);
  expect(ids(settled, differs, first)).toEqual(['talk']);
  expect(ids({ ...settled, shown: false }, differs, first)).toEqual([]);
});

test('of corrections the newest holds, in whatever order they come', () => {
  const later = { ...first, id: 'later', shown: false, at: '2026-10-02T12:00:00.000Z' };
  expect(ids(first, later)).toEqual([]);
  expect(ids(later, first)).toEqual([]);
});
