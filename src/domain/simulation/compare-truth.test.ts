import { expect, test } from 'vitest';
import { foldProfile } from '../profile/fold-profile.ts';
import { policy } from '../../../tests/support/first-policy.ts';
import { record, soundJudgement, soundPractice } from '../../../tests/support/records.ts';
import { checkVerdicts, compareTruth, countStates } from './compare-truth.ts';
import { tellComparison } from './tell-comparison.ts';

const at = '2026-11-01T09:00:00.000Z';
const standing = foldProfile(
  record({ evidence: soundJudgement(2), seen: soundPractice() }),
  policy,
  at,
  ['IP-01'],
)[0]!.levels[2];
const compare = (judges: number, trust: number) =>
  compareTruth(
    { username: 'ann', judgement: { 'IP-01': judges }, practice: { 'IP-01': trust } },
    'IP-01',
    standing,
    policy,
  );

test.each([
  [0.7, 2.5, 'both'],
  [0.7, 2.4, 'judgement'],
  [0.69, 2.5, 'practice'],
  [0.3, 1, 'neither'],
] as const)('judgement of %d and trust of %d is %s', (judges, trust, truth) => {
  expect(compare(judges, trust)).toMatchObject({ truth, enough: true });
});

test('states are counted by truth, and verdicts held to what they promised', () => {
  const compared = [compare(0.9, 4), compare(0.9, 4), compare(0.5, 4)];
  expect(countStates(compared).get('both')).toEqual(new Map([['meets', 2]]));
  expect(countStates(compared).get('practice')).toEqual(new Map([['meets', 1]]));
  expect(checkVerdicts(compared).supports).toMatchObject({ claims: 3, right: 2 });
  expect(checkVerdicts(compared)['not-yet']).toEqual({ claims: 0, right: 0, promised: 0 });
  expect(tellComparison(compared).join('\n')).toMatch(
    /ready in both +2[\s\S]*right for 2 \(67 in 100\)/,
  );
});
