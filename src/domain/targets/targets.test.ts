import { describe, expect, test } from 'vitest';
import { policy } from '../../../tests/support/first-policy.ts';
import {
  discussion,
  record,
  soundJudgement,
  soundPractice,
} from '../../../tests/support/records.ts';
import { foldProfile } from '../profile/fold-profile.ts';
import { standLevelThree } from './level-three.ts';
import { weeksBetween, yearsAfter } from './years-in-role.ts';

test.each([
  ['2023-11-22', 3, '2026-11-22'],
  ['2024-02-29', 3, '2027-02-28'],
  ['2024-02-29', 4, '2028-02-29'],
])('%s and %i years: %s', (day, years, later) => {
  expect(yearsAfter(day, years)).toBe(later);
});

test.each([
  ['2026-11-01', '2026-11-01', 0],
  ['2026-11-01', '2026-11-07', 0],
  ['2026-11-01', '2026-11-08', 1],
])('from %s to %s: %i full weeks', (from, to, weeks) => {
  expect(weeksBetween(from, to)).toBe(weeks);
});

describe('level 3 in what the role needs', () => {
  const met = record({
    evidence: soundJudgement(3),
    seen: soundPractice(),
    discussed: [discussion('2026-10-04')],
  });
  const standings = (at: string, of = met) => foldProfile(of, policy, at, ['IP-01', 'IP-02']);
  const open = () => false;
  const now = '2026-10-10T12:00:00.000Z';

  test('is met when every one of it is, whatever is needed at level 2', () => {
    expect(standLevelThree({ 'IP-01': 3, 'IP-02': 2 }, standings(now), open)).toEqual({
      is: 'met',
      needed: 1,
    });
  });
  test('is not yet met while one is left, and says which', () => {
    expect(standLevelThree({ 'IP-01': 3, 'IP-02': 3 }, standings(now), open)).toEqual({
      ...{ is: 'not-yet', needed: 2, met: 1 },
      left: [{ competency: 'IP-02', state: 'no-evidence' }],
    });
  });
  test('level 2 alone is never level 3', () => {
    const two = record({ evidence: soundJudgement(2), seen: soundPractice() });
    expect(standLevelThree({ 'IP-01': 3 }, standings(now, two), open).is).toBe('not-yet');
  });
  test('what is due for review is not met now', () => {
    const later = '2027-12-01T12:00:00.000Z';
    expect(standLevelThree({ 'IP-01': 3 }, standings(later), open)).toMatchObject({
      is: 'not-yet',
      left: [{ state: 'due-for-review' }],
    });
  });
  test('nothing needed is nothing counted, and what is hidden is not told', () => {
    expect(standLevelThree({ 'IP-01': 2 }, standings(now), open)).toEqual({ is: 'not-needed' });
    expect(standLevelThree({ 'IP-01': 3 }, standings(now), () => true)).toEqual({ is: 'hidden' });
  });
});
