import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Scenario } from '#domain/scenario/schema.ts';
import { canonicalText, contentHash } from '#server/content/publish-scenarios.ts';
import { changeAt } from './support/change-at.ts';
import { soundInput } from './support/sound-scenario.ts';

/**
 * The mistakes that the method names (§11), each with the tests that fail when it is made. Most lie
 * beside the code that could make it; what is not there is further down, or in server/mistakes.test.ts.
 */
const mistakes: Record<string, [file: string, test: string][]> = {
  'visited-only denominators': [
    ['src/domain/scenario/anchors.test.ts', 'visited-only denominators: a claim keyed on A and B'],
    ['src/domain/evidence/score-claim.test.ts', 'visited-only denominators: decisions that some'],
  ],
  'an average hiding harm': [
    ['src/domain/profile/harm-first.test.ts', 'an average hiding harm'],
    ['src/domain/attempt/build-debrief.test.ts', 'an average hiding harm: full credit'],
  ],
  'a key that changed without a new version': [
    ['tests/mistakes.test.ts', 'a key that changed without a new version'],
    ['tests/server/versions.test.ts', 'an edited file is a new version beside the old one'],
    ['tests/server/versions.test.ts', 'a version altered in the database is refused'],
  ],
  'feedback leaking the key before a retake': [
    ['src/domain/attempt/learner-view.test.ts', 'feedback leaking the key before a retake'],
    ['tests/server/no-key-leaks.test.ts', 'key'],
  ],
  'a replay counted as new evidence': [
    ['src/domain/attempt/take-move.test.ts', 'a replay counted as new evidence'],
  ],
  'uncorrected item-total': [
    ['src/domain/statistics/items.test.ts', 'an item and the total of the others'],
  ],
  'chance credit in ranking': [
    ['src/domain/evidence/score-answer.test.ts', 'all 120 orders come to 12 on average'],
  ],
  'the longest option being the right one': [
    ['src/domain/scenario/check/check-tells.test.ts', 'the length of the best option'],
  ],
  'reading load measured instead of judgement': [
    ['src/domain/scenario/check/reading-age.test.ts', 'the reading age of'],
    ['tests/support/broken-style.ts', 'reading-age'],
  ],
  'managers seeing scores before observing': [
    ['tests/server/blind-first.test.ts', 'its competencies are hidden from its observer'],
    ['tests/server/policy.test.ts', 'leaves out what is hidden from somebody who writes down'],
  ],
  'a mean of ordinal entrustment': [
    ['src/domain/profile/weigh-practice.test.ts', 'a mean of ordinal entrustment'],
  ],
  'recency rules that erase concerns': [
    ['src/domain/profile/harm-first.test.ts', 'recency rules that erase concerns'],
  ],
  'training completion shown as competence': [
    ['src/domain/profile/fold-profile.test.ts', 'training completion shown as competence'],
    ['tests/server/training.test.ts', 'training changes no state'],
  ],
  'self-assessment averaged in': [
    ['src/domain/profile/fold-profile.test.ts', 'self-assessment averaged in'],
    ['tests/server/mistakes.test.ts', 'self-assessment averaged in'],
  ],
};

const root = join(import.meta.dirname, '..');

test('there are fourteen', () => {
  expect(Object.keys(mistakes)).toHaveLength(14);
});

test.each(
  Object.entries(mistakes).flatMap(([mistake, tests]) => tests.map((one) => [mistake, ...one])),
)('%s: %s has "%s", and it is not left out', (_, file, name) => {
  const text = readFileSync(join(root, file!), 'utf8');
  expect(text).toContain(name);
  expect(text).not.toMatch(/\b(test|describe|it)\.(skip|todo|fails)\b/);
});

describe('a key that changed without a new version', () => {
  const hashOf = (input: object) => contentHash(canonicalText(Scenario.parse(input)));
  const input = soundInput();
  const option = 'scenes.hall.decision.options.ask';

  test.each([
    ['the credit', `${option}.key.credit.IP-01`, 0.75],
    ['the harm', `${option}.key.harmful`, ['IP-01']],
    ['why', `${option}.key.why`, 'It says otherwise now.'],
    ['the weight', 'scenes.hall.decision.weight', 2],
    ['whether it is routine', 'scenes.stairs.decision.routine', true],
    ['what it anchors', 'scenes.hall.decision.anchor', 'coming-in'],
    ['whether a panel has agreed it', 'status', 'reviewed'],
  ])('%s is another version', (_, path, value) => {
    expect(hashOf(changeAt(input, path, value))).not.toBe(hashOf(input));
    expect(hashOf(soundInput())).toBe(hashOf(input));
  });
});
