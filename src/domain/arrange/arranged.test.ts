import { expect, test } from 'vitest';
import { findArranged, type Pending } from './arranged.ts';
import { arrangeAt, nextAction } from './next-action.ts';
import { kindOf } from './ways.ts';

const claim = { personId: 'ada', competency: 'IP-01', level: 2 } as const;
const at = '2026-11-20T09:00:00.000Z';
const row = { id: 'x', personId: 'ada', competency: 'IP-01', askedBy: 'g', bookedBy: 'g', at };
const pending: Pending = {
  observations: [{ ...row, observerId: null, dueOn: '2026-12-01' }],
  bookings: [
    { ...row, kind: 'discussion', level: 3, attemptId: null, holderId: 'tom', onDay: '2026-11-21' },
    { ...row, kind: 'debrief', level: 2, attemptId: 'harm', holderId: 'tom', onDay: '2026-12-03' },
  ],
  plays: [{ personId: 'ada', slug: 'ash', dueOn: '2026-12-02', at }],
};
const find = (
  kind: 'play' | 'observe' | 'talk' | 'discuss' | 'none',
  more = {},
  personId = 'ada',
) =>
  findArranged(
    { kind, text: '', ...more },
    { personId, competency: 'IP-01' },
    pending,
    (id) => id,
    '2026-11-22',
  )?.words ?? null;

test('says what has been arranged about a next thing, and by which day', () => {
  expect(find('observe')).toBe('Whoever observes is asked to see it by 1 Dec 2026.');
  expect(find('play', { slug: 'ash' })).toBe('Asked to play it by 2 Dec 2026.');
  expect(find('talk', { attemptId: 'harm' })).toBe('Booked with tom for 3 Dec 2026.');
  expect(find('discuss')).toBe('Booked with tom for 21 Nov 2026. That day is past.');
});

test('what was arranged about something else, or somebody else, is not said here', () => {
  expect(find('play', { slug: 'beech' })).toBeNull();
  expect(find('talk', { attemptId: 'other' })).toBeNull();
  expect(find('observe', {}, 'bo')).toBeNull();
  expect(find('none')).toBeNull();
});

const here = { services: ['here'], everywhere: false };
const boss = { id: 'boss', role: 'manager', ...here } as const;
const tom = { id: 'tom', role: 'assessor', ...here } as const;
const ada = { id: 'ada', role: 'worker', ...here } as const;
const play = { kind: 'play', text: '', slug: 'ash' } as const;

test.each([
  ['a manager asks somebody to play', play, boss, arrangeAt(claim)],
  ['an assessor asks nobody to play', play, tom, null],
  ['a worker plays', play, ada, '/scenarios/ash'],
  ['an assessor arranges an observation', { kind: 'observe', text: '' }, tom, arrangeAt(claim)],
  ['nobody arranges an observation of themselves', { kind: 'observe', text: '' }, ada, null],
  ['another worker does nothing', play, { id: 'bo', role: 'worker', ...here }, null],
  ['what waits cannot be arranged', { kind: 'wait', text: '' }, boss, null],
  ['nothing missing needs nothing', { kind: 'none', text: '' }, boss, null],
] as const)('%s', (_, next, viewer, href) => {
  expect(nextAction(next, viewer, claim)?.href ?? null).toBe(href);
});

test('a manager who is on the team is not sent to arrange things about themselves', () => {
  const own = { ...claim, personId: 'boss' };
  expect(nextAction({ kind: 'observe', text: '' }, boss, own)).toBeNull();
  expect(nextAction(play, boss, own)?.href).toBe('/scenarios/ash');
});

test.each([
  [{ kind: 'talk', text: '', attemptId: 'a' }, '', 'debrief'],
  [{ kind: 'talk', text: '' }, '', 'discussion'],
  [{ kind: 'discuss', text: '' }, '', 'discussion'],
  [{ kind: 'talk', text: '', attemptId: 'a' }, 'observe', 'observe'],
  [{ kind: 'wait', text: '' }, '', null],
  [{ kind: 'wait', text: '' }, 'debrief', null],
  [{ kind: 'play', text: '', slug: 'ash' }, 'anything', 'play'],
] as const)('%j arranged as %s is %s', (next, asked, way) => {
  expect(kindOf(next, asked)).toBe(way);
});
