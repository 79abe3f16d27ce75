import { expect, test } from 'vitest';
import type { AskedObservation, Booking } from '../arrange/arranged.ts';
import { promisedLines, type Promised } from './promised-lines.ts';

const today = '2026-11-22';
const saying = (id: string, role: 'assessor' | 'manager' = 'assessor') => ({
  viewer: { id, role, services: ['here'], everywhere: false },
  today,
  nameOf: (who: string) => who,
  titleOf: (competency: string) => competency,
});
const booking = (more: Partial<Booking> = {}): Booking => ({
  id: 'b',
  personId: 'ada',
  kind: 'discussion',
  competency: 'IP-01',
  level: 3,
  attemptId: null,
  holderId: 'tom',
  onDay: '2026-11-23',
  bookedBy: 'grace',
  at: '2026-11-20T09:00:00.000Z',
  ...more,
});
const asked = (more: Partial<AskedObservation> = {}): AskedObservation => ({
  id: 'o',
  personId: 'ada',
  competency: 'IP-01',
  observerId: 'tom',
  dueOn: '2026-11-23',
  askedBy: 'grace',
  at: '2026-11-20T09:00:00.000Z',
  ...more,
});
const promised = (more: Partial<Promised['pending']> & Partial<Promised> = {}): Promised => ({
  pending: { bookings: more.bookings ?? [], observations: more.observations ?? [] },
  supervisions: more.supervisions ?? [],
  actions: more.actions ?? [],
});
const told = (of: Promised, id: string, role?: 'manager') =>
  promisedLines(of, saying(id, role)).map(({ action }) => action.href);

test('a booked discussion is its holder’s, and a manager’s once it is late', () => {
  const one = promised({ bookings: [booking()] });
  const href = '/people/ada/discuss?competency=IP-01&level=3';
  expect(told(one, 'tom')).toEqual([href]);
  expect(told(one, 'mo')).toEqual([]);
  expect(told(one, 'grace', 'manager')).toEqual([]);
  const late = promised({ bookings: [booking({ onDay: '2026-11-21' })] });
  expect(told(late, 'grace', 'manager')).toEqual([href]);
  expect(promisedLines(late, saying('grace', 'manager'))[0]?.says).toEqual(['This is with tom.']);
  expect(told(late, 'mo')).toEqual([]);
});

test('a talk about harm leads to its attempt', () => {
  const talk = booking({ kind: 'debrief', attemptId: 'the-attempt' });
  expect(told(promised({ bookings: [talk] }), 'tom')).toEqual(['/attempts/the-attempt/debrief']);
});

test('an observation asked of nobody in particular is everybody’s, but never the worker’s own', () => {
  const one = promised({ observations: [asked({ observerId: null })] });
  expect(told(one, 'tom')).toEqual(['/people/ada/observe?watch=IP-01']);
  expect(told(one, 'mo')).toHaveLength(1);
  expect(told(one, 'ada')).toEqual([]);
  expect(told(promised({ observations: [asked()] }), 'mo')).toEqual([]);
});

test('a supervision is its holder’s, and the one it is about reads it first', () => {
  const one = promised({
    supervisions: [{ id: 's', personId: 'ada', holderId: 'tom', onDay: today, seenAt: null }],
  });
  expect(promisedLines(one, saying('tom'))[0]).toMatchObject({
    says: ['ada has not read the sheet yet.'],
    action: { words: 'Open the sheet' },
  });
  expect(promisedLines(one, saying('ada'))[0]?.action.words).toBe('Read it first');
  expect(told(one, 'mo')).toEqual([]);
});

test('something agreed is its owner’s', () => {
  const action = { id: 'a', supervisionId: 's', personId: 'ada', words: 'Ring.', dueOn: today };
  const one = promised({ actions: [{ ...action, ownerId: 'tom' }] });
  expect(told(one, 'tom')).toEqual(['/people/ada/supervision#a']);
  expect(told(one, 'mo')).toEqual([]);
});
