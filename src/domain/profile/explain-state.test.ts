import { describe, expect, test } from 'vitest';
import { policy } from '../../../tests/support/first-policy.ts';
import {
  attemptOf,
  noon,
  record,
  seen,
  soundJudgement,
  soundPractice,
} from '../../../tests/support/records.ts';
import type { Record as WorkerRecord } from '../evidence/evidence.ts';
import { foldProfile } from './fold-profile.ts';

const explained = (from: Partial<WorkerRecord>, level: 2 | 3 = 2) =>
  foldProfile(record(from), policy, noon('2026-11-01'), ['IP-01'])[0]!.levels[level];

describe('the one next thing says what would settle it', () => {
  const judged = (rows: WorkerRecord['seen']) => ({ evidence: soundJudgement(3), seen: rows });
  const safely = 'or better.';
  test.each<[string, Partial<WorkerRecord>, 2 | 3, string]>([
    ['nothing', {}, 2, 'Play another scenario that bears on this: 8 more decisions at level 2'],
    ['seven decisions', { evidence: soundJudgement(2).slice(0, 7) }, 2, ': 1 more decision at'],
    [
      'never seen',
      judged([]),
      2,
      `Be observed at work: 2 observations more at "with someone nearby" ${safely}`,
    ],
    ['seen once', judged([seen('2026-10-01', 3)]), 2, 'Be observed at work: 1 observation more'],
    [
      'seen by one',
      judged(soundPractice().map((row) => ({ ...row, observerId: 'ola' }))),
      3,
      'Be observed at work by somebody else: 1 observation more at "alone within limits"',
    ],
    [
      'seen at one task',
      judged(soundPractice().map((row) => ({ ...row, task: 'mealtime' }))),
      3,
      'Be observed at work, in another kind of task: 1 observation',
    ],
    [
      'one person at one task',
      judged([seen('2026-10-01', 4)]),
      3,
      'Be observed at work by somebody else, in another kind of task: 2 observations',
    ],
    ['no discussion', judged(soundPractice()), 3, 'Hold a professional discussion'],
    ['all there is', judged(soundPractice()), 2, 'Nothing is missing now.'],
  ])('%s', (_, from, level, text) => {
    expect(explained(from, level).next.text).toContain(text);
  });
});

test('a total is never said bare, and never finer than a quarter', () => {
  const { because } = explained({ evidence: attemptOf('ash', '2026-09-01', [0.3, 0.3, 0.3]) });
  expect(because[0]).toMatch(/^Judgement: 3 decisions in 1 scenario, credit 1 of 3\. /);
});

test('whatever the record, it is said in whole sentences without shares or sums', () => {
  const practices = [[], [seen('2026-10-01', 1)], soundPractice()];
  for (const credit of [0, 0.3, 1])
    for (const practice of practices)
      for (const harmful of [false, true]) {
        const evidence = attemptOf('ash', '2026-09-01', [credit, credit], { harmful });
        const { because, next, rule } = explained({ evidence, seen: practice });
        for (const sentence of [...because, next.text, rule]) {
          expect(sentence).toMatch(/^[A-Z\d].+\.$/);
          expect(sentence).not.toMatch(/%|!|NaN|null|undefined|\d\.\d{3}|\s{2}/);
        }
      }
});
