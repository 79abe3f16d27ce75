import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { scenarioJsonSchema } from '../src/cli/scenario.ts';
import { anchorsOf } from '#domain/scenario/anchors.ts';
import { explore } from '#domain/scenario/explore.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import { Scenario } from '#domain/scenario/schema.ts';
import { toMachine } from '#domain/scenario/to-machine.ts';
import { sayProblem } from '#server/content/content-error.ts';
import { canonicalText, contentHash } from '#server/content/publish-scenarios.ts';
import { listScenarios, readCheckedScenario } from '#server/content/read-scenario.ts';
import { coverSituations, playEveryPath, replay, type Run } from './support/play-paths.ts';

const slugs = await listScenarios();
const played = ['morning-tablets', 'on-the-floor'];
const covered = ['between-us'];

const read = new Map(slugs.map((slug) => [slug, readCheckedScenario(slug)]));

async function load(slug: string): Promise<PublishedScenario> {
  const { scenario, anchors, problems } = (await read.get(slug))!;
  if (!scenario || problems.length) throw new Error(problems.map(sayProblem).join('\n'));
  return { slug, hash: 'test', scenario, anchors, machine: toMachine(scenario) };
}

/** Checks one finished run: it ends, every anchor of every claim was met, a replay says the same. */
function checkRun(published: PublishedScenario, run: Run) {
  const path = run.moves.map((move) => move.choice || 'go on').join(' > ');
  if (!run.ended) throw new Error(`It does not end: ${path}`);
  for (const claim of published.scenario.claims)
    for (const anchor of anchorsOf(published.anchors, claim)) {
      const met = run.evidence.some(
        (row) => row.anchor === anchor.name && row.competency === claim.competency,
      );
      if (!met) throw new Error(`${claim.competency} never meets ${anchor.name}: ${path}`);
    }
  const again = replay(published, run.moves);
  expect(again, path).toEqual(run);
}

describe.each(slugs)('%s', (slug) => {
  test('passes the checker', async () => {
    const { problems, moments } = (await read.get(slug))!;
    expect(problems.map(sayProblem)).toEqual([]);
    expect(moments).toBeGreaterThan(10);
  });

  test('is played path by path below', () => {
    expect([...played, ...covered]).toContain(slug);
  });

  test('a key that changed without a new version: any change is another version', async () => {
    const { scenario } = await load(slug);
    const text = canonicalText(scenario);
    const hash = contentHash(text);
    expect(canonicalText(Scenario.parse(JSON.parse(text)))).toBe(text);
    const keys = Object.values(scenario.scenes).flatMap((scene) =>
      Object.values(scene.decision?.options ?? {}).map((option) => option.key),
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
    expect(new Set([hash, ...hashes]).size).toBe(2 * keys.length + 1);
  });

  test('the longest option being the right one: in no more than half of its decisions', async () => {
    const { scenario } = await load(slug);
    const decisions = Object.values(scenario.scenes).flatMap(({ decision }) => decision ?? []);
    const given = decisions.filter(({ options }) => {
      const all = Object.values(options).map(({ text, key }) => ({
        length: text.length,
        credit: key.harmful ? -1 : Object.values(key.credit).reduce((sum, one) => sum + one, 0),
      }));
      const best = Math.max(...all.map((one) => one.credit));
      const longest = Math.max(...all.map((one) => one.length));
      return all.some((one) => one.credit === best && one.length === longest);
    });
    expect(given.length).toBeLessThanOrEqual(decisions.length / 2);
  });

  test('reading load measured instead of judgement: options are short and of like length', async () => {
    const { scenario } = await load(slug);
    for (const [name, { decision }] of Object.entries(scenario.scenes)) {
      const words = Object.values(decision?.options ?? {}).map(
        ({ text }) => text.split(/\s+/).length,
      );
      if (!words.length) continue;
      expect(Math.max(...words), name).toBeLessThanOrEqual(20);
      expect(Math.max(...words), name).toBeLessThanOrEqual(2 * Math.min(...words));
    }
  });
});

describe.each(played)('every sequence of decisions of %s', (slug) => {
  test.each([
    ['with everything found out first', true],
    ['with nothing found out', false],
  ])('%s', { timeout: 60_000 }, async (how, looks) => {
    const published = await load(slug);
    const endings = new Map<string, number>();
    for (const run of playEveryPath(published, looks)) {
      checkRun(published, run);
      const { scene } = run.attempt.moment;
      endings.set(scene, (endings.get(scene) ?? 0) + 1);
    }
    const count = [...endings.values()].reduce((sum, one) => sum + one, 0);
    const each = [...endings].map(([scene, times]) => `${scene} ${times}`).join(', ');
    console.log(`${slug}, ${how}: ${count} paths (${each})`);
    expect(count).toBeGreaterThan(100);
  });
});

describe.each(covered)('%s', (slug) => {
  test('every option in every situation in which it is offered', { timeout: 60_000 }, async () => {
    const published = await load(slug);
    const { paths, situations, missing } = coverSituations(published, explore(published.scenario));
    for (const path of paths) checkRun(published, replay(published, path));
    console.log(
      `${slug}: ${paths.length} paths cover ${situations.length} options in their situations`,
    );
    expect(missing).toEqual([]);
    expect(situations.length).toBeGreaterThan(20);
  });
});

test('the schema that editors read is made from the one that scenarios are read by', async () => {
  const file = new URL('../scenarios/scenario.schema.json', import.meta.url);
  expect(await readFile(file, 'utf8'), 'run: npm run scenario -- schema').toBe(
    scenarioJsonSchema(),
  );
});
