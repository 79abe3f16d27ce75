import { expect, test } from 'vitest';
import { alertLines, markingLines, type TodayAlert } from './other-lines.ts';

const alert = (key: string, more: Partial<TodayAlert> = {}): TodayAlert => ({
  key,
  person: { id: 'ada', name: 'Ada' },
  title: `Alert ${key}`,
  because: 'It is so.',
  state: 'open',
  owner: null,
  dueOn: null,
  mine: true,
  ...more,
});
const tom = { id: 'tom', name: 'Tom' };

test('alerts about one person are one line, led by the first of them', () => {
  const [line, ...more] = alertLines([alert('a:1'), alert('b'), alert('c')], tom);
  expect(more).toEqual([]);
  expect(line).toMatchObject({
    title: 'Alert a:1',
    says: ['It is so.', 'And 2 more alerts about them.'],
    action: { href: '/alerts/a%3A1', words: 'Take it on' },
  });
});

test.each([
  ['taken by the reader', { state: 'taken', owner: tom }, 1],
  ['taken by somebody else', { state: 'taken', owner: { id: 'mo', name: 'Mo' } }, 0],
  ['late with somebody else', { state: 'overdue', owner: { id: 'mo', name: 'Mo' } }, 1],
  ['waiting for the reader to say what came of it', { state: 'cause-gone', owner: tom }, 1],
  ['closed', { state: 'closed' }, 0],
  ['about the reader', { mine: false }, 0],
])('an alert %s', (_, more, lines) => {
  expect(alertLines([alert('a', more)], tom)).toHaveLength(lines);
});

test('marking is one line, and none where nothing waits', () => {
  const none = { first: 0, second: 0, differ: 0, accounts: 0 };
  expect(markingLines(none)).toEqual([]);
  expect(markingLines({ ...none, first: 2, accounts: 1 })[0]?.says).toEqual([
    '2 texts of reasons to mark. 1 reflective account to answer.',
  ]);
});
