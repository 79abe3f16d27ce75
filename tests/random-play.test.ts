import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Evidence } from '#domain/evidence/evidence.ts';
import { foldProfile } from '#domain/profile/fold-profile.ts';
import { checkGuards } from '#domain/scenario/check/check-guards.ts';
import { checkReach } from '#domain/scenario/check/check-reach.ts';
import { whatFollows } from '#domain/scenario/check/what-follows.ts';
import { explore } from '#domain/scenario/explore.ts';
import { movesAt, scenesAt } from '#domain/scenario/moment.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import { exploreUnmerged } from './support/explore-unmerged.ts';
import { policy } from './support/first-policy.ts';
import { beginRun, goOn, replay, type Run } from './support/play-paths.ts';
import { randomScenario } from './support/random-scenario.ts';
import { record } from './support/records.ts';
import { publish } from './support/tiny-scenario.ts';

const seeds = fc.integer({ min: 1, max: 1_000_000 });
/** The same scenarios every time; another seed shows others. */
const runs = { numRuns: 150, seed: 20261122 };
const stuck = ['no-way-out', 'endless-loop', 'too-large'];

/** A scenario made at random that one can always end, with how somebody goes through it. */
const played = fc
  .tuple(seeds, fc.boolean(), fc.array(fc.nat(1000), { minLength: 1, maxLength: 20 }))
  .map(([seed, goesBack, picks]) => ({ picks, scenario: randomScenario(seed, goesBack) }))
  .filter(({ scenario }) => {
    const problems = checkReach(scenario, explore(scenario));
    return !problems.some(({ code }) => stuck.includes(code));
  })
  .map(({ scenario, picks }) => walk(publish(scenario), picks));

const nameOf = ({ attempt }: Run) => JSON.stringify(attempt.moment);

/** Goes on as picked, where it can to a moment not met before, until the end or for longer than can be. */
function walk(published: PublishedScenario, picks: readonly number[]) {
  const most = 20 * exploreUnmerged(published.scenario).moments.length;
  let run = beginRun(published);
  const met = new Map([[nameOf(run), 1]]);
  for (let step = 0; !run.ended && step < most; step += 1) {
    const ways = movesAt(published.scenario, run.attempt.moment);
    if (!ways.length) break;
    const after = ways.map((move) => goOn(published, run, move));
    const times = after.map((one) => met.get(nameOf(one)) ?? 0);
    const fewest = after.filter((_, at) => times[at] === Math.min(...times));
    run = fewest[picks[step % picks.length]! % fewest.length]!;
    met.set(nameOf(run), (met.get(nameOf(run)) ?? 0) + 1);
  }
  return { published, run };
}

test('nobody gets stuck, and every story ends', () => {
  fc.assert(
    fc.property(played, ({ run }) => {
      expect(run.ended).toBe(true);
    }),
    runs,
  );
});

test('the same moves lead to the same moment and the same evidence', () => {
  fc.assert(
    fc.property(played, ({ published, run }) => {
      expect(replay(published, run.moves)).toEqual(run);
    }),
    runs,
  );
});

/** What a run shows, as it is kept. */
const kept = ({ evidence }: Run): Evidence[] =>
  evidence.map((row, at) => ({
    ...row,
    id: `row-${at}`,
    attemptId: 'attempt',
    moveId: `move-${at}`,
    slug: 'tiny',
    form: '',
    versionHash: 'tiny-hash',
    at: '2026-09-01T11:00:00.000Z',
    finishedAt: '2026-09-01T11:00:00.000Z',
  }));

test('the order in which evidence arrives changes nothing', () => {
  const mixed = played.chain(({ run }) => {
    const rows = kept(run);
    const inAnyOrder = fc.shuffledSubarray(rows, { minLength: rows.length });
    return fc.tuple(fc.constant(rows), inAnyOrder);
  });
  const fold = (evidence: Evidence[]) =>
    foldProfile(record({ evidence }), policy, '2026-10-01T11:00:00.000Z', ['IP-01']);
  fc.assert(
    fc.property(mixed, ([rows, other]) => {
      expect(fold(other)).toEqual(fold(rows));
    }),
    runs,
  );
});

const any = fc.tuple(seeds, fc.boolean());

test('what the checker takes to follow on a move is what the machine does', () => {
  fc.assert(
    fc.property(any, ([seed, goesBack]) => {
      const scenario = randomScenario(seed, goesBack);
      const { moments, steps } = exploreUnmerged(scenario);
      for (const { from, move, to } of steps) {
        const ways = whatFollows(scenario, moments[from]!, move);
        const { world, ...place } = moments[to]!;
        const told = ways.map((way) => [
          [...way.scenes].sort(),
          { ...way.world, known: [...way.world.known].sort() },
        ]);
        expect(told, move.choice).toContainEqual([
          scenesAt(place).toSorted(),
          { ...world, known: [...world.known].sort() },
        ]);
      }
    }),
    runs,
  );
});

test('which conditions always or never hold is the same whether moments are merged or not', () => {
  const found = (problems: ReturnType<typeof checkGuards>) =>
    problems.map(({ code, path }) => `${code} ${path.join('/')}`).sort();
  let all = 0;
  fc.assert(
    fc.property(any, ([seed, goesBack]) => {
      const scenario = randomScenario(seed, goesBack);
      const merged = found(checkGuards(scenario, explore(scenario)));
      expect(merged).toEqual(found(checkGuards(scenario, exploreUnmerged(scenario))));
      all += merged.length;
    }),
    runs,
  );
  // Else the scenarios were too plain to say anything.
  expect(all).toBeGreaterThan(100);
});
