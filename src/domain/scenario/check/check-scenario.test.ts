import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { brokenForms, brokenPlay } from '../../../../tests/support/broken-play.ts';
import { brokenScenarios } from '../../../../tests/support/broken-scenarios.ts';
import { brokenStrands } from '../../../../tests/support/broken-strands.ts';
import { brokenStyle } from '../../../../tests/support/broken-style.ts';
import { checkChanged } from '../../../../tests/support/check-sound.ts';
import { soundInput } from '../../../../tests/support/sound-scenario.ts';
import { soundStrands } from '../../../../tests/support/sound-strands.ts';
import { twoForms } from '../../../../tests/support/two-forms.ts';
import { explore } from '../explore.ts';
import { Scenario } from '../schema.ts';
import { checkReach } from './check-reach.ts';

test('a sound scenario passes, with its anchors', () => {
  const { problems, anchors, moments } = checkChanged(['nothing', 'title', 'The same']);
  expect(problems).toEqual([]);
  expect(anchors.map(({ name, level, scenes }) => [name, level, scenes])).toEqual([
    ['entering', 2, ['hall', 'flood']],
    ['stairs', 2, ['stairs']],
  ]);
  expect(moments).toBeGreaterThan(6);
});

test.each([
  ['with two things at once', soundStrands],
  ['in two forms', twoForms],
])('so does one %s', (_, sound) => {
  expect(checkChanged(['nothing', 'summary', 'A story for one test.'], sound).found).toEqual([]);
});

describe.each([
  ['a sound scenario', soundInput, brokenScenarios],
  ['how one is played', soundInput, brokenPlay],
  ['strands and interruptions', soundStrands, brokenStrands],
  ['forms', twoForms, brokenForms],
])('broken: %s', (_, sound, broken) => {
  const rows = Object.entries(broken).flatMap(([code, all]) =>
    all.map((row) => [code, row[0], row] as const),
  );
  test.each(rows)('%s: %s', (code, _what, row) => {
    const { problems, found } = checkChanged(row, sound);
    const [, at, , foundAt = at] = row;
    expect(found).toContain(`${code} ${foundAt}`);
    for (const { message, remedy } of problems) {
      expect(message).toMatch(/^.{10,}\.$/);
      expect(remedy).toMatch(/^.{10,}\.$/);
    }
  });
});

test.each(Object.entries(brokenStyle))('%s is looked for too', (code, [first]) => {
  expect(checkChanged(first!).found).toContain(`${code} ${first![3] ?? first![1]}`);
});

test('a scenario too large to look at all of', () => {
  const scenario = Scenario.parse(soundInput());
  expect(checkReach(scenario, explore(scenario, 3)).map((one) => one.code)).toEqual(['too-large']);
});

test('every code of the checker has its rows above', () => {
  const codes = readdirSync(import.meta.dirname)
    .filter((name) => !name.includes('.test.'))
    .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
    .flatMap((text) => [
      ...text.matchAll(/(?:code:|problem\(|unknown\(|found\()\s*'([a-z0-9-]+)'/g),
    ])
    .map(([, code]) => code!);
  const tested = [brokenScenarios, brokenPlay, brokenStrands, brokenForms, brokenStyle].flatMap(
    (rows) => Object.keys(rows),
  );
  expect([...new Set(codes)].sort()).toEqual([...new Set(['too-large', ...tested])].sort());
});

test('paths are not explored while a name is unknown, since the machine could not be built', () => {
  const row = brokenScenarios['unknown-scene']![0]!;
  expect(checkChanged(row)).toMatchObject({ moments: 0, anchors: [] });
});
