import { expect, test } from 'vitest';
import {
  attemptOf,
  discussion,
  evidence,
  record,
  soundJudgement,
  soundPractice,
} from '../../../tests/support/records.ts';
import { policy as firstPolicy } from '../../../tests/support/first-policy.ts';
import type { Record as WorkerRecord } from '../evidence/evidence.ts';
import { foldProfile } from '../profile/fold-profile.ts';
import { rolesAfter } from './next-role.ts';
import { compareToRole, gapsOf } from './role-gaps.ts';

const at = '2026-11-22T09:00:00.000Z';
const compare = (needs: Record<string, number>, of: WorkerRecord) =>
  compareToRole(needs, foldProfile(of, firstPolicy, at, ['IP-01', 'IP-02']));
const where = (level: number, of: WorkerRecord) => compare({ 'IP-01': level }, of)[0]?.where;

test('a need is met, part of the way, or missing', () => {
  const two = record({ evidence: soundJudgement(2), seen: soundPractice() });
  const three = record({
    evidence: soundJudgement(3),
    seen: soundPractice(),
    discussed: [discussion('2026-10-05')],
  });
  expect(where(2, two)).toBe('met');
  expect(where(3, two)).not.toBe('met');
  expect(where(3, three)).toBe('met');
  expect(where(2, three)).toBe('met');
  expect(where(2, record({ evidence: soundJudgement(2) }))).toBe('shown');
  expect(where(2, record())).toBe('missing');
});

test('an open concern is never met, however much else was shown', () => {
  const harm = evidence('oak', '2026-11-01', { harmful: true, credit: 0 });
  const of = record({ evidence: [...soundJudgement(2), harm], seen: soundPractice() });
  expect(where(2, of)).toBe('missing');
});

test('only what the role needs is compared, and its gaps say what is next', () => {
  const of = record({ evidence: attemptOf('ash', '2026-11-01', [1, 1]) });
  const compared = compare({ 'IP-02': 2 }, of);
  expect(compared.map(({ competency }) => competency)).toEqual(['IP-02']);
  expect(gapsOf(compared)[0]).toMatchObject({ competency: 'IP-02', level: 2 });
  expect(compare({}, of)).toEqual([]);
});

test('the roles after one come in the order of the pathway', () => {
  const order = { new: {}, worker: {}, leader: {} };
  expect(rolesAfter(order, 'new')).toEqual(['worker', 'leader']);
  expect(rolesAfter(order, 'leader')).toEqual([]);
  expect(rolesAfter(order, 'unknown')).toEqual(['new', 'worker', 'leader']);
});
