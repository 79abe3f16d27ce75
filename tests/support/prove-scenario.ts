import { describe, expect, test } from 'vitest';
import { prepareForms } from '../../src/cli/scenario/find-scenario.ts';
import { actionsIn, optionsOf } from '#domain/scenario/decision.ts';
import { formsOf, inForm } from '#domain/scenario/forms.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import { Scenario } from '#domain/scenario/schema.ts';
import { sayProblem } from '#server/content/content-error.ts';
import { canonicalText, contentHash } from '#server/content/publish-scenarios.ts';
import { readProof } from '#server/content/read-proof.ts';
import { listScenarios, readCheckedScenario, readScenario } from '#server/content/read-scenario.ts';
import { checkRun } from './check-run.ts';
import { coverSituations, replay } from './play-paths.ts';

/** The slugs of the scenarios of one level. */
export async function slugsOfLevel(level: 2 | 3): Promise<string[]> {
  const slugs = await listScenarios();
  const read = await Promise.all(slugs.map(async (slug) => (await readScenario(slug)).read));
  return slugs.filter((_, at) => {
    const one = read[at]!;
    // One that cannot be read is for the first of the suites to report.
    return one.ok ? one.value.level === level : level === 2;
  });
}

/** Everything that must hold of every scenario, which is explored once for all of it. */
export function proveScenario(slug: string): void {
  const reading = readCheckedScenario(slug);
  const written = async (): Promise<Scenario> => {
    const { scenario, problems } = await reading;
    if (!scenario) throw new Error(problems.map(sayProblem).join('\n'));
    return scenario;
  };

  describe(slug, { timeout: 120_000 }, () => {
    test('passes the checker', async () => {
      const { problems, moments } = await reading;
      expect(problems.map(sayProblem)).toEqual([]);
      expect(moments).toBeGreaterThan(10);
    });

    test('has a proof that says what exploring it finds', async () => {
      const { moments, anchorsByForm } = await reading;
      const version = contentHash(canonicalText(await written()));
      const proof = await readProof(slug, version);
      expect(proof, `run: npm run scenario -- prove ${slug}`).toEqual({
        version,
        moments,
        anchors: anchorsByForm,
      });
    });

    test('every option in every situation in which it is offered, in every form', async () => {
      const { graphs } = await reading;
      for (const published of prepareForms(await reading)) coverForm(published);

      function coverForm(published: PublishedScenario) {
        const { paths, situations, missing } = coverSituations(published, graphs[published.form]!);
        for (const path of paths) checkRun(published, replay(published, path));
        expect(missing).toEqual([]);
        expect(situations.length).toBeGreaterThan(20);
      }
    });

    test('a key that changed without a new version: any change is another version', async () => {
      const scenario = structuredClone(await written());
      const text = canonicalText(scenario);
      expect(canonicalText(Scenario.parse(JSON.parse(text)))).toBe(text);
      const keys = Object.values(scenario.scenes).flatMap((scene) =>
        Object.values(actionsIn(scene.decision)).map((option) => option.key),
      );
      const hashes = keys.flatMap((key) => {
        const [competency, credit] = Object.entries(key.credit)[0]!;
        const { why } = key;
        key.credit[competency] = credit === 1 ? 0.75 : credit + 0.25;
        const credited = contentHash(canonicalText(scenario));
        key.credit[competency] = credit;
        key.why = `${why} And so on.`;
        const explained = contentHash(canonicalText(scenario));
        key.why = why;
        return [credited, explained];
      });
      expect(new Set([contentHash(text), ...hashes]).size).toBe(2 * keys.length + 1);
    });

    test('reading load measured instead of judgement: options are short and of like length', async () => {
      const scenario = await written();
      const scenes = formsOf(scenario).flatMap((form) =>
        Object.entries(inForm(scenario, form).scenes),
      );
      for (const [name, { decision }] of scenes) {
        const words = Object.values(optionsOf(decision)).map(
          ({ text }) => text.split(/\s+/).length,
        );
        if (!words.length) continue;
        expect(Math.max(...words), name).toBeLessThanOrEqual(20);
        // A dozen words are read at a glance; beyond that no option may be twice another.
        if (decision?.kind === 'best-action')
          expect(Math.max(...words), name).toBeLessThanOrEqual(
            Math.max(12, 2 * Math.min(...words)),
          );
      }
    });
  });
}
