import { expect, test } from 'vitest';
import { policy } from '../../../tests/support/first-policy.ts';
import {
  attemptOf,
  noon,
  offering,
  opening,
  record,
  seen,
  soundPractice,
} from '../../../tests/support/records.ts';
import type { Record as WorkerRecord } from '../evidence/evidence.ts';
import { foldProfile } from './fold-profile.ts';

const explained = (from: Partial<WorkerRecord>, offered = offering()) =>
  foldProfile(record(from), policy, noon('2026-11-01'), ['IP-01'], offered)[0]!.levels[2];

test('a total is never said bare, and never finer than a quarter', () => {
  const { because } = explained({ evidence: attemptOf('ash', '2026-09-01', [0.3, 0.3, 0.3]) });
  expect(because[0]).toMatch(/^Judgement: 3 decisions in 1 scenario, credit 1 of 3\. /);
});

test('whatever the record, it is said in whole sentences without shares or sums', () => {
  const practices = [[], [seen('2026-10-01', 1)], soundPractice()];
  for (const credit of [0, 0.3, 1])
    for (const practice of practices)
      for (const offered of [offering(), offering(opening('yew'))])
        for (const harmful of [false, true]) {
          const evidence = attemptOf('ash', '2026-09-01', [credit, credit], { harmful });
          const { because, next, rule } = explained({ evidence, seen: practice }, offered);
          for (const sentence of [...because, next.text, rule]) {
            expect(sentence).toMatch(/^[A-Z\d].+\.$/);
            expect(sentence).not.toMatch(/%|!|NaN|null|undefined|\d\.\d{3}|\s{2}/);
          }
        }
});
