import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { prepareForms } from '../../src/cli/scenario/find-scenario.ts';
import { scenarioJsonSchema } from '../../src/cli/scenario/write-schema.ts';
import { readCheckedScenario } from '#server/content/read-scenario.ts';
import { checkRun } from '../support/check-run.ts';
import { playEveryPath } from '../support/play-paths.ts';

// Two that are small enough to be played in every way there is. All have every option covered.
test.each([
  ['morning-tablets', 'with everything found out first', true],
  ['on-the-floor', 'with nothing found out', false],
])('every sequence of decisions of %s, %s', { timeout: 240_000 }, async (slug, how, looks) => {
  const [published] = prepareForms(await readCheckedScenario(slug));
  const endings = new Map<string, number>();
  for (const run of playEveryPath(published!, looks)) {
    checkRun(published!, run);
    const { scene } = run.attempt.moment;
    endings.set(scene, (endings.get(scene) ?? 0) + 1);
  }
  const count = [...endings.values()].reduce((sum, one) => sum + one, 0);
  const each = [...endings].map(([scene, times]) => `${scene} ${times}`).join(', ');
  console.log(`${slug}, ${how}: ${count} paths (${each})`);
  expect(count).toBeGreaterThan(100);
});

test('the schema that editors read is made from the one that scenarios are read by', async () => {
  const file = new URL('../../scenarios/scenario.schema.json', import.meta.url);
  expect(await readFile(file, 'utf8'), 'run: npm run scenario -- schema').toBe(
    scenarioJsonSchema(),
  );
});
