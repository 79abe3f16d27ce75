import { describe, expect, test } from 'vitest';
import { policy } from '../../../tests/support/first-policy.ts';
import {
  attemptOf,
  record,
  seen,
  soundJudgement,
  soundPractice,
} from '../../../tests/support/records.ts';
import { foldProfile } from '../profile/fold-profile.ts';
import type { Record } from '../evidence/evidence.ts';
import type { State } from '../profile/state.ts';
import { alertState } from './alert-state.ts';
import { cellCovers, coverOf, coverTogether, stateFor } from './confirmed.ts';
import { byThinnest, closestTo, countCover, standTowards, type Stood } from './count-cover.ts';
import { findAlerts, readAlertName, type Carried } from './find-alerts.ts';
import { hasRecurred } from './has-recurred.ts';
import { latestReview, signOffAt } from './sign-off.ts';

const at = '2026-11-01T12:00:00.000Z';
const standing = (parts: Partial<Record>, when = at) =>
  foldProfile(record(parts), policy, when, ['IP-01'])[0]!;

describe('what covers a need at a level', () => {
  const sound = { evidence: soundJudgement(2), seen: soundPractice() };
  test('what is met at level 2 covers level 2, and not level 3', () => {
    const stands = standing(sound);
    expect([stateFor(stands, 2), coverOf(stateFor(stands, 2))]).toEqual(['meets', 'confirmed']);
    expect(coverOf(stateFor(stands, 3))).not.toBe('confirmed');
    expect(cellCovers(stands.leading, 2)).toBe(true);
    expect(cellCovers(stands.leading, 3)).toBe(false);
  });
  test('a concern speaks at both levels, whatever else is good', () => {
    const harm = attemptOf('yew', '2026-10-05', [0], { harmful: true });
    const stands = standing({ ...sound, evidence: [...sound.evidence, ...harm] });
    expect([stateFor(stands, 2), stateFor(stands, 3)]).toEqual(['concern', 'concern']);
    expect(coverOf('concern')).toBe('not');
  });
  test('what is due for review still covers; half is nearly; a conflict is nothing', () => {
    expect((['due-for-review', 'judgement-shown', 'practice-seen'] as const).map(coverOf)).toEqual([
      'due',
      'nearly',
      'nearly',
    ]);
    for (const state of ['conflict', 'emerging', 'insufficient', 'no-evidence'] as const)
      expect(coverOf(state)).toBe('not');
  });
  test('together it is as good as the least of it, and nothing is covered by nothing', () => {
    expect(coverTogether(['confirmed', 'due'])).toBe('due');
    expect(coverTogether(['confirmed', 'nearly', 'not'])).toBe('not');
    expect(coverTogether([])).toBe('not');
  });
});

describe('finding alerts', () => {
  const carried: Carried[] = [
    {
      id: 'rounds',
      personId: 'ann',
      title: 'Rounds',
      rests: { 'IP-04': 2, 'IP-17': 2 },
      at: '2026-10-01',
    },
    { id: 'leading', personId: 'ann', title: 'Leading', rests: { 'IP-04': 3 }, at: '2026-10-09' },
    {
      ...{ id: 'insulin', personId: 'ann', title: 'Insulin', rests: { 'IP-17': 2 } as const },
      ...{ at: '2026-10-02', reviewOn: '2026-10-31' },
    },
  ];
  const find = (now: State, soon: State = now) =>
    findAlerts(carried, { now: () => now, soon: () => soon }, '2026-11-01', '2026-12-01');
  const keys = (now: State, soon?: State) =>
    find(now, soon)
      .map(({ key }) => key)
      .filter((key) => !key.startsWith('lapsed'));

  test.each(['concern', 'conflict'] as const)('%s is raised once for each competency', (state) => {
    expect(keys(state)).toEqual(['concern~ann~IP-04', 'concern~ann~IP-17']);
  });
  test.each([
    'no-evidence',
    'insufficient',
    'emerging',
    'judgement-shown',
    'practice-seen',
  ] as const)('%s is raised once for each duty', (state) => {
    const of = ['rounds', 'leading', 'insulin'];
    expect(keys(state)).toEqual(of.map((id) => `unconfirmed~ann~${id}`));
  });
  test('what is due, or soon will be, is raised once for each competency; what is met, never', () => {
    const due = ['review~ann~IP-04', 'review~ann~IP-17'];
    expect(keys('due-for-review')).toEqual(due);
    expect(keys('meets', 'due-for-review')).toEqual(due);
    expect(keys('meets')).toEqual([]);
  });
  test('it names what rests on it, at the highest level needed', () => {
    expect(find('conflict')[0]).toMatchObject({
      carried: ['Rounds', 'Leading'],
      missing: [{ competency: 'IP-04', level: 3, state: 'conflict' }],
      carriedSince: '2026-10-09',
    });
    const name = { kind: 'unconfirmed', personId: 'ann', about: 'rounds' };
    expect(readAlertName('unconfirmed~ann~rounds')).toEqual(name);
    for (const key of ['', 'hidden~ann~IP-04', 'concern~ann', 'concern~ann~IP-04~more'])
      expect(readAlertName(key)).toBeUndefined();
  });
  test('a sign-off past its date is lapsed, whatever was shown', () => {
    expect(find('meets').map(({ key }) => key)).toEqual(['lapsed~ann~insulin']);
  });
});

describe('where an alert stands', () => {
  const taken = { dueOn: '2026-11-05', outcome: null, at: '2026-11-01' };
  const closed = { ...taken, outcome: 'Watched.', at: '2026-11-03' };
  test.each([
    [true, [], 'open'],
    [false, [], 'closed'],
    [true, [taken], 'taken'],
    [true, [{ ...taken, dueOn: '2026-11-03' }], 'overdue'],
    [false, [taken], 'cause-gone'],
    [true, [taken, closed], 'closed-cause-stands'],
    [false, [taken, closed], 'closed'],
    [true, [taken, closed, taken], 'taken'],
  ] as const)('cause stands: %s, decided: %o', (stands, decided, state) => {
    expect(alertState(stands, decided, '2026-11-04', () => false)).toBe(state);
  });
  test('closed, it opens again when its cause recurs after it was closed', () => {
    const recurs = (since: string) => since === closed.at;
    expect(alertState(true, [taken, closed], '2026-11-04', recurs)).toBe('open');
  });
});

describe('a cause that comes back', () => {
  const harm = (slug: string, day: string) => attemptOf(slug, day, [0], { harmful: true });
  const alert = (parts: Partial<Record>, kind: 'concern' | 'unconfirmed' = 'concern') => ({
    ...{ kind, rests: { 'IP-01': 2 as const }, carriedSince: '2026-09-01', policy },
    record: record(parts),
  });
  const closedAt = '2026-10-10T12:00:00.000Z';
  test('is new with another harmful choice, and not with more of the same', () => {
    const before = harm('ash', '2026-10-01');
    expect(hasRecurred(alert({ evidence: before }), closedAt, at)).toBe(false);
    const again = [...before, ...harm('yew', '2026-10-20')];
    expect(hasRecurred(alert({ evidence: again }), closedAt, at)).toBe(true);
    const sound = [...before, ...attemptOf('elm', '2026-10-20', [1])];
    expect(hasRecurred(alert({ evidence: sound }), closedAt, at)).toBe(false);
  });
  test('is new where there was none when it was closed', () => {
    const evidence = soundJudgement(2);
    const ok = [seen('2026-10-01', 4), seen('2026-10-02', 4)];
    const bad = [seen('2026-10-20', 3), seen('2026-10-21', 2)];
    expect(hasRecurred(alert({ evidence, seen: ok }, 'unconfirmed'), closedAt, at)).toBe(true);
    expect(hasRecurred(alert({ evidence, seen: bad }, 'concern'), closedAt, at)).toBe(true);
  });
});

describe('counting cover', () => {
  const stood = (personId: string, cover: Stood['cover'], missing: string[] = []): Stood => ({
    ...{ personId, cover, missing },
  });
  test('a hidden competency hides the person, and says nothing of the rest', () => {
    const standingOf = () => standing({});
    const towards = standTowards(
      'ann',
      { 'IP-01': 2, 'IP-02': 2 },
      standingOf,
      (id) => id === 'IP-02',
    );
    expect(towards).toEqual({ personId: 'ann', cover: 'hidden', missing: [] });
    const open = standTowards('ann', { 'IP-01': 2 }, standingOf, () => false);
    expect(open).toEqual({ personId: 'ann', cover: 'not', missing: ['IP-01'] });
  });
  test('the thinnest has the fewest confirmed, then the fewest due, then the fewest nearly', () => {
    const of = (...covers: Stood['cover'][]) => countCover(covers.map((one) => stood('x', one)));
    const rows = [of('confirmed'), of('due', 'nearly'), of('due'), of('nearly'), of('not')];
    expect([...rows].sort(byThinnest)).toEqual([rows[4], rows[3], rows[2], rows[1], rows[0]]);
  });
  test('the one next thing is of who is closest, and never of who is hidden or confirmed', () => {
    const all = [
      stood('a', 'hidden'),
      stood('b', 'confirmed'),
      stood('c', 'not', ['IP-01']),
      stood('d', 'nearly', ['IP-01', 'IP-02']),
      stood('e', 'nearly', ['IP-01']),
      stood('f', 'nearly', ['IP-02']),
    ];
    expect(closestTo(all, () => true)?.personId).toBe('e');
    expect(closestTo(all, ({ personId }) => personId !== 'e')?.personId).toBe('f');
    expect(closestTo(all.slice(0, 2), () => true)).toBeNull();
  });
});

test('a sign-off is live up to its date and that day too; an end ends it', () => {
  expect(signOffAt({ reviewOn: '2026-11-10', endedAt: null }, '2026-10-01', '2026-10-31')).toBe(
    'live',
  );
  expect(signOffAt({ reviewOn: '2026-11-10', endedAt: null }, '2026-10-11', '2026-11-10')).toBe(
    'review-near',
  );
  expect(signOffAt({ reviewOn: '2026-11-10', endedAt: null }, '2026-11-10', '2026-12-10')).toBe(
    'review-near',
  );
  expect(signOffAt({ reviewOn: '2026-11-10', endedAt: null }, '2026-11-11', '2026-12-11')).toBe(
    'lapsed',
  );
  expect(signOffAt({ reviewOn: '2026-11-10', endedAt: 'then' }, '2026-11-11', '2026-12-11')).toBe(
    'ended',
  );
});

test.each([
  ['2026-06-01', 12, '2027-06-01'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-08-31', 6, '2027-02-28'],
])('%s and %i months is %s', (signedOn, months, day) => {
  expect(latestReview(signedOn, months)).toBe(day);
});
