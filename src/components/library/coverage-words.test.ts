import { expect, test } from 'vitest';
import type { Coverage } from '#domain/scenario/coverage.ts';
import { reachOf, sayAmount, sayNeed } from './coverage-words.ts';

const two = { anchors: 8, scenarios: 3, nonRoutine: 0 };
const three = { anchors: 12, scenarios: 4, nonRoutine: 6 };

const covered = (
  needs: Coverage['needs'],
  [anchors, scenarios, nonRoutine]: [number, number, number],
): Coverage => ({
  ...{ competency: 'IP-01', level: 2, anchors, scenarios, nonRoutine, needs },
  ...{ missing: needs, share: 0, enough: false, from: [], inDraft: [] },
});

test.each<[Coverage['needs'], [number, number, number], string]>([
  [two, [6, 2, 4], '6 of 8 decisions, 2 of 3 scenarios'],
  [two, [8, 3, 0], '8 decisions, 3 scenarios'],
  [two, [11, 1, 0], '11 decisions, 1 of 3 scenarios'],
  [three, [4, 1, 0], '4 of 12 decisions, 1 of 4 scenarios, 0 of 6 not routine'],
  [three, [14, 5, 7], '14 decisions, 5 scenarios, 7 not routine'],
  [{ anchors: 1, scenarios: 1, nonRoutine: 0 }, [0, 0, 0], '0 of 1 decision, 0 of 1 scenario'],
])('beside %j, %j is said as "%s"', (needs, there, words) => {
  expect(sayAmount(covered(needs, there))).toBe(words);
});

test('what is needed, in words', () => {
  expect([two, three].map((needs) => sayNeed({ needs }))).toEqual([
    '8 decisions in 3 scenarios',
    '12 decisions in 4 scenarios, 6 of them not routine',
  ]);
});

test('what only drafts give is nothing yet', () => {
  const draft = { slug: 'tea', title: 'Tea', anchors: 9, nonRoutine: 9 };
  const drafted: Coverage = { ...covered(two, [0, 0, 0]), inDraft: [draft] };
  expect(reachOf(drafted)).toBe('nothing');
  expect(reachOf(covered(two, [1, 1, 0]))).toBe('part');
  expect(reachOf({ ...covered(two, [8, 3, 0]), enough: true })).toBe('enough');
});
