import { describe, expect, test } from 'vitest';
import { prepareForms } from '../src/cli/scenario/find-scenario.ts';
import { checkPaths } from '#server/content/read-paths.ts';
import { sayProblem } from '#server/content/content-error.ts';
import { listScenarios, readCheckedScenario } from '#server/content/read-scenario.ts';

describe.each(await listScenarios())('%s', (slug) => {
  test('golden paths come out as their author worked them out', { timeout: 60_000 }, async () => {
    const forms = prepareForms(await readCheckedScenario(slug));
    const { problems, paths } = await checkPaths(slug, forms);
    expect(forms.length).toBeGreaterThan(0);
    expect(problems.map(sayProblem)).toEqual([]);
    expect(paths).toBeGreaterThanOrEqual(4 * forms.length);
  });
});
