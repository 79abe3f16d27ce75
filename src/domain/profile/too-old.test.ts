import { describe, expect, test } from 'vitest';
import { policy } from '../../../tests/support/first-policy.ts';
import { offering, opening, record, seen, soundJudgement } from '../../../tests/support/records.ts';
import type { Record as WorkerRecord } from '../evidence/evidence.ts';
import { foldProfile } from './fold-profile.ts';

const more = offering(opening('yew', 3));
const standing = (from: Partial<WorkerRecord>, when: string, offered = more) =>
  foldProfile(record(from), policy, when, ['IP-01'], offered)[0]!.levels[2];

describe('decisions that are too old to count', () => {
  // Sound in September 2026, and seen again shortly before the window of two years has passed.
  const lateSeen = [seen('2028-08-01', 4), seen('2028-08-10', 4)];
  const late = { evidence: soundJudgement(2), seen: lateSeen };

  test('leave what was met due for review, and say why', () => {
    expect(standing(late, '2028-08-20T12:00:00.000Z').state).toBe('meets');
    const later = standing(late, '2028-12-01T12:00:00.000Z');
    expect(later.state).toBe('due-for-review');
    expect(later.because.join(' ')).toMatch(/too old to count/);
    expect(later.next).toEqual({
      kind: 'play',
      text: 'Play “The yew”: the last decisions are too long ago.',
      slug: 'yew',
    });
    const none = standing(late, '2028-12-01T12:00:00.000Z', offering());
    expect(none.next.kind).toBe('wait');
  });

  test('are still evidence: the state never says that there is none', () => {
    expect(
      standing({ evidence: soundJudgement(2), seen: [] }, '2028-12-01T12:00:00.000Z').state,
    ).toBe('insufficient');
  });
});
