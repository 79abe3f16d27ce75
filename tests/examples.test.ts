import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkScenario } from '#domain/scenario/check/check-scenario.ts';
import { explore } from '#domain/scenario/explore.ts';
import { formsOf } from '#domain/scenario/forms.ts';
import { sayMoves } from '#domain/scenario/move-words.ts';
import { exampleNames, readExample, readWritten } from './examples/read-example.ts';
import { walk } from './examples/walk.ts';
import { houseStyle } from './support/broken-style.ts';
import { coverSituations } from './support/play-paths.ts';
import { frameworks } from './support/sound-scenario.ts';

/** Rules about how a whole story hangs together. An example is one moment, cut short on purpose. */
const ofWholeStories = new Set([
  ...['never-true', 'always-true', 'no-choice', 'decided-twice'],
  ...['fact-unread', 'fact-unwritten', 'best-path-needs-luck'],
]);

test('every behaviour of the engine has an example', () => {
  expect(exampleNames).toEqual([
    'best-action',
    'finds',
    'forms',
    'interruption',
    'known',
    'people',
    'pick',
    'rank',
    'rate',
    'rationale',
    'ripples',
    'strands',
    'timers',
  ]);
});

describe.each(exampleNames)('%s', (name) => {
  test('is short, and says at its head what it shows', () => {
    const text = readFileSync(join(import.meta.dirname, 'examples', name, 'scenario.yaml'), 'utf8');
    expect(text).toMatch(/^# [A-Z][^\n]+\.\nformat: 1\n/);
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(65);
  });

  test('is sound, as the checker of all scenarios has it', () => {
    // Two decisions for each claim would be too long for an example.
    const { problems } = checkScenario(readWritten(name), frameworks, 0, houseStyle);
    expect(problems.filter(({ code }) => !ofWholeStories.has(code))).toEqual([]);
  });

  test.each(formsOf(readWritten(name)))(
    'form "%s": every way through it, stored between all its moves, is replayed without a difference',
    (form) => {
      const published = readExample(name, form);
      const { paths, missing } = coverSituations(published, explore(published.scenario));
      expect(missing).toEqual([]);
      expect(paths.length).toBeGreaterThan(0);
      for (const path of paths) {
        const walked = walk(published, sayMoves(published, path));
        expect(walked.view.ending).toBeDefined();
        expect(walked.replay()).toEqual([]);
      }
    },
  );
});
