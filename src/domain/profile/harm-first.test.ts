import { describe, expect, test } from 'vitest';
import { policy } from '../../../tests/support/first-policy.ts';
import {
  attemptOf,
  evidence,
  noon,
  offering,
  opening,
  record,
  soundJudgement,
  soundPractice,
  talkAbout,
} from '../../../tests/support/records.ts';
import type { Record as WorkerRecord } from '../evidence/evidence.ts';
import { foldProfile } from './fold-profile.ts';

const standing = (from: Partial<WorkerRecord>, level: 2 | 3 = 2, at = noon('2026-11-01')) =>
  foldProfile(record(from), policy, at, ['IP-01'], offering(opening('yew')))[0]!.levels[level];
const harm = evidence('oak', '2026-09-20', { credit: 0, harmful: true });

describe('an average hiding harm', () => {
  test('no amount of sound decisions and observations closes a concern', () => {
    const much = Array.from({ length: 20 }, (_, n) =>
      attemptOf(`scenario-${n}`, '2026-10-10', [1, 1, 1, 1]),
    ).flat();
    const stands = standing({ evidence: [...much, harm], seen: soundPractice() });
    expect(stands.judgement.probability).toBeGreaterThan(0.99);
    expect(stands.state).toBe('concern');
    expect(stands.next.kind).toBe('talk');
  });
  test('its harm counts in an unfinished attempt, its credit does not', () => {
    const left = (credit: number, harmful: boolean) =>
      standing({
        evidence: [
          ...soundJudgement(2),
          evidence('oak', '2026-09-20', { credit, harmful, finishedAt: null }),
        ],
      });
    expect(left(0, true).state).toBe('concern');
    expect(left(0, true).judgement).toEqual(standing({ evidence: soundJudgement(2) }).judgement);
    expect(left(1, false)).toEqual(standing({ evidence: soundJudgement(2) }));
  });
  test('the one next thing follows its three steps in turn', () => {
    const from = { evidence: [harm], seen: [], debriefed: [] as WorkerRecord['debriefed'] };
    const kinds = [standing(from).next.kind];
    from.debriefed = [talkAbout(harm.attemptId, '2026-09-21')];
    kinds.push(standing(from).next.kind);
    from.evidence = [
      harm,
      ...soundJudgement(2).map((row) => ({
        ...row,
        at: noon('2026-09-25'),
        finishedAt: noon('2026-09-25'),
      })),
    ];
    kinds.push(standing(from).next.kind);
    const settled = standing({ ...from, seen: soundPractice() });
    expect([...kinds, settled.state]).toEqual(['talk', 'play', 'observe', 'meets']);
    expect(settled.because[0]).toBe('1 earlier concern was worked through and settled.');
  });
});

test('recency rules that erase concerns: twenty years on it is still open', () => {
  const later = standing({ evidence: [harm] }, 2, noon('2046-09-20'));
  expect(later.state).toBe('concern');
  expect(later.judgement.anchors).toBe(0);
});
