import { describe, expect, test } from 'vitest';
import { policy } from '../../../tests/support/first-policy.ts';
import { Policy } from './policy.ts';

describe('the first policy', () => {
  test('says that it is a proposal, and every part of it has its rule', () => {
    expect(policy.status).toBe('proposal');
    const rules = [
      policy.publish,
      policy.certainty,
      policy.levels[2],
      policy.levels[3],
      policy.conflict,
      policy.concern,
      policy.review,
    ];
    for (const { rule } of rules) expect(rule).toMatch(/\.$/);
  });
  test('holds the figures of the method', () => {
    const { publish, certainty, levels } = policy;
    expect(publish['fewest-anchors']).toBe(2);
    expect(certainty).toMatchObject({ cut: 0.7, supports: 0.8, 'not-yet': 0.2, correlation: 0.2 });
    expect(levels[2].judgement).toEqual({ anchors: 8, scenarios: 3, days: 2, 'non-routine': 0 });
    expect(levels[2].practice).toMatchObject({ observations: 2, entrustment: 3 });
    expect(levels[3].judgement).toMatchObject({ anchors: 12, scenarios: 4, 'non-routine': 6 });
    expect(levels[3].practice).toEqual({ observations: 3, entrustment: 4, observers: 2, tasks: 2 });
    expect([levels[2].discussions, levels[3].discussions]).toEqual([0, 1]);
  });
});

test.each<[string, object]>([
  ['a share over 1', { certainty: { ...policy.certainty, cut: 1.5 } }],
  ['an entrustment of 6', { concern: { ...policy.concern, entrustment: 6 } }],
  ['a field nobody knows', { mood: 'kind' }],
  ['no version', { version: 'first' }],
  ['one level', { levels: { 2: policy.levels[2] } }],
])('a policy is refused with %s', (_, change) => {
  expect(Policy.safeParse({ ...policy, ...change }).success).toBe(false);
});
