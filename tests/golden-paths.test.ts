import { describe, expect, test } from 'vitest';
import { prepareForms } from '../src/cli/scenario/find-scenario.ts';
import { sayProblem } from '#server/content/content-error.ts';
import { canonicalText, contentHash } from '#server/content/publish-scenarios.ts';
import { checkPaths } from '#server/content/read-paths.ts';
import { readProof } from '#server/content/read-proof.ts';
import { listScenarios, readScenario } from '#server/content/read-scenario.ts';

describe.each(await listScenarios())('%s', (slug) => {
  test('golden paths come out as their author worked them out', { timeout: 240_000 }, async () => {
    const { read } = await readScenario(slug);
    if (!read.ok) throw new Error(read.problems.map(sayProblem).join('\n'));
    const scenario = read.value;
    // Its anchors are proved where every scenario is explored (tests/scenarios).
    const proof = await readProof(slug, contentHash(canonicalText(scenario)));
    const forms = prepareForms({ slug, scenario, anchorsByForm: proof?.anchors ?? {} });
    const { problems, paths } = await checkPaths(slug, forms);
    expect(forms.length, `run: npm run scenario -- prove ${slug}`).toBeGreaterThan(0);
    expect(problems.map(sayProblem)).toEqual([]);
    expect(paths).toBeGreaterThanOrEqual(4 * forms.length);
  });
});
