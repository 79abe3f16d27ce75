import { expect, test } from 'vitest';
import { groupToday, needsSomebody, type TodayLine } from './today-line.ts';

const line = (need: TodayLine['need'], name: string, more: Partial<TodayLine> = {}): TodayLine => ({
  need,
  person: { id: name.toLowerCase(), name },
  title: `${need} of ${name}`,
  says: [],
  day: null,
  arranged: false,
  action: { href: '/team', words: 'Look' },
  ...more,
});
const today = '2026-11-22';
const told = (lines: TodayLine[]) =>
  groupToday(lines, today).map(({ id, lines: held }) => [id, ...held.map(({ title }) => title)]);

test('what could harm somebody comes first, then conflicts, whatever order it comes in', () => {
  expect(
    told([
      line('starter', 'Ada'),
      line('marking', 'Ada'),
      line('talk', 'Ada', { day: today }),
      line('conflict', 'Ada'),
      line('alert', 'Ada'),
      line('concern', 'Zoe'),
    ]),
  ).toEqual([
    ['safe', 'concern of Zoe'],
    ['alerts', 'alert of Ada'],
    ['apart', 'conflict of Ada'],
    ['promised', 'talk of Ada'],
    ['marking', 'marking of Ada'],
    ['starters', 'starter of Ada'],
  ]);
});

test('what nobody has taken on comes before what somebody has, then what has stood longest, then by name', () => {
  expect(
    told([
      line('concern', 'Ada', { arranged: true, since: '2026-01-01' }),
      line('concern', 'Cy', { since: '2026-11-02' }),
      line('concern', 'Bo', { since: '2026-11-02' }),
      line('concern', 'Zoe', { since: '2026-11-01' }),
    ]),
  ).toEqual([['safe', 'concern of Zoe', 'concern of Bo', 'concern of Cy', 'concern of Ada']]);
});

test('the soonest day comes first, and what is more than a week off is only coming up', () => {
  const lines = [
    line('talk', 'Far', { day: '2026-11-30' }),
    line('talk', 'Week', { day: '2026-11-29' }),
    line('talk', 'Late', { day: '2026-11-01' }),
  ];
  expect(told(lines)).toEqual([
    ['promised', 'talk of Late', 'talk of Week'],
    ['coming', 'talk of Far'],
  ]);
});

test('nothing needs anybody when all is only coming up', () => {
  expect(needsSomebody(groupToday([], today))).toBe(false);
  expect(needsSomebody(groupToday([line('talk', 'Far', { day: '2026-12-30' })], today))).toBe(
    false,
  );
  expect(needsSomebody(groupToday([line('marking', 'Ada')], today))).toBe(true);
});
