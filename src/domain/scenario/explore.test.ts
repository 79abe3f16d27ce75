import { describe, expect, test } from 'vitest';
import { exploreUnmerged, findDifference } from '../../../tests/support/explore-unmerged.ts';
import { randomScenario } from '../../../tests/support/random-scenario.ts';
import { choiceOf, decision, option, tinyScenario } from '../../../tests/support/tiny-scenario.ts';
import { findAnchors } from './anchors.ts';
import { checkReach } from './check/check-reach.ts';
import { explore, type Graph } from './explore.ts';
import type { Scenario } from './schema.ts';

const facts = {
  wet: { flag: false, about: 'The floor is wet' },
  trust: { counter: [0, 9] as [number, number], start: 3, about: 'Trust' },
};
const look = { kind: 'look' as const, label: 'Look', tells: 'It tells.', note: 'Noted.' };
const end = { ending: 'well' as const };

const momentsIn = (graph: Graph, scene: string) =>
  graph.moments.filter((moment) => moment.scene === scene).length;

describe('moments that no condition tells apart are one', () => {
  const asks = (when: object) => ({
    decision: decision({ on: option('end'), off: option('end', { when: when as never }) }),
  });
  const never = { fact: 'wet', is: true };
  // Each story goes from the hall to the stairs in two ways; how many stairs there are is the question.
  const twoWays = (one: object, other: object, stairs: object) =>
    tinyScenario(
      {
        hall: {
          decision: decision({ one: option('stairs', one), other: option('stairs', other) }),
        },
        stairs,
        end,
      },
      { facts },
    );
  test.each<[string, object, object, object, number]>([
    [
      'a flag that nobody asks about',
      { set: { wet: true } },
      {},
      asks({ minutes: { 'at-least': 90 } }),
      1,
    ],
    ['a flag that is asked about', { set: { wet: true } }, {}, asks(never), 2],
    ['minutes that nobody asks about', { minutes: 5 }, {}, asks(never), 1],
    [
      'minutes before the last time asked about',
      { minutes: 5 },
      {},
      asks({ minutes: { 'at-least': 9 } }),
      2,
    ],
    [
      'minutes past the least asked about',
      { minutes: 9 },
      { minutes: 30 },
      asks({ minutes: { 'at-least': 9 } }),
      1,
    ],
    [
      'minutes on both sides of the least',
      { minutes: 8 },
      { minutes: 9 },
      asks({ minutes: { 'at-least': 9 } }),
      2,
    ],
    [
      'minutes past the most asked about',
      { minutes: 10 },
      { minutes: 30 },
      asks({ minutes: { 'at-most': 9 } }),
      1,
    ],
    [
      'minutes on both sides of the most',
      { minutes: 9 },
      { minutes: 10 },
      asks({ minutes: { 'at-most': 9 } }),
      2,
    ],
    [
      'a counter that nothing asks about or adds to again',
      { add: { trust: 1 } },
      {},
      asks(never),
      1,
    ],
    ['a counter that has left its bounds', { add: { trust: 99 } }, {}, asks(never), 2],
  ])('%s', (_, one, other, stairs, expected) => {
    expect(momentsIn(explore(twoWays(one, other, stairs)), 'stairs')).toBe(expected);
  });

  const withFind = (find: object, stairs: object, hall: object = {}) =>
    tinyScenario(
      {
        hall: { finds: { plan: { ...look, ...find } }, decision: choiceOf(['stairs']), ...hall },
        stairs,
        end,
      },
      { facts },
    );
  test.each<[string, Scenario, number, number]>([
    ['a find that only tells something', withFind({}, asks(never)), 1, 1],
    ['a find that is asked about later', withFind({}, asks({ knows: 'plan' })), 2, 2],
    [
      'a find that sets a fact, which can be done once',
      withFind({ set: { wet: true } }, asks(never)),
      2,
      2,
    ],
    ['a find that costs minutes nobody asks about', withFind({ minutes: 3 }, asks(never)), 1, 1],
    [
      'a find that costs minutes somebody asks about',
      withFind({ minutes: 3 }, asks({ minutes: { 'at-least': 2 } })),
      2,
      2,
    ],
    ['a find with an effect that is over', withFind({ set: { wet: false } }, asks(never)), 2, 1],
  ])('%s', (_, scenario, inHall, onStairs) => {
    const graph = explore(scenario);
    expect([momentsIn(graph, 'hall'), momentsIn(graph, 'stairs')]).toEqual([inHall, onStairs]);
  });

  test('a find is still done once where the story can come back to it', () => {
    const scenario = tinyScenario(
      {
        hall: {
          finds: { plan: { ...look, set: { wet: true } } },
          next: { label: 'Go', to: 'stairs' },
        },
        stairs: {
          decision: decision({
            back: option('hall', { set: { wet: false } }),
            out: option('end', { when: { fact: 'wet', is: true } }),
          }),
        },
        end,
      },
      { facts },
    );
    // Back in the hall with the find done and the fact unset again: it cannot be done a second time.
    const stuck = checkReach(scenario, explore(scenario));
    expect(stuck.map((problem) => problem.code)).toEqual(['endless-loop']);
  });
});

describe('the bound', () => {
  const scenario = randomScenario(7, false);
  const all = explore(scenario);
  test('is reported when it is hit', () => {
    expect(all.complete).toBe(true);
    expect(explore(scenario, all.moments.length - 1).complete).toBe(false);
    expect(explore(scenario, all.moments.length - 1).moments).toHaveLength(all.moments.length - 1);
  });
  test('is not reported when it is just enough', () => {
    expect(explore(scenario, all.moments.length)).toEqual(all);
  });
});

test('what only a happening leads to is looked ahead to as well', () => {
  const scenario = tinyScenario(
    {
      hall: {
        decision: decision({
          mop: option('landing', { set: { wet: true } }),
          go: option('landing'),
        }),
      },
      landing: {
        finds: { round: { ...look, minutes: 5 } },
        happens: [{ when: { minutes: { 'at-least': 5 } }, to: 'stairs' }],
        next: { label: 'Go on', to: 'end' },
      },
      stairs: {
        decision: decision({
          on: option('end'),
          off: option('end', { when: { fact: 'wet', is: true } }),
        }),
      },
      end,
    },
    { facts },
  );
  expect(momentsIn(explore(scenario), 'stairs')).toBe(2);
});

describe('on scenarios made at random, merging changes nothing that can be met or done', () => {
  test.each([
    ['that only go forward', false],
    ['that can go back', true],
  ])('%s', (_, goesBack) => {
    let [merged, full, anchored] = [0, 0, 0];
    for (let seed = 1; seed <= 200; seed += 1) {
      const scenario = randomScenario(seed, goesBack);
      const graph = explore(scenario);
      const unmerged = exploreUnmerged(scenario);
      expect(findDifference(graph, unmerged), `seed ${seed}`).toBeUndefined();
      const anchors = findAnchors(scenario, graph);
      expect(anchors, `seed ${seed}`).toEqual(findAnchors(scenario, unmerged));
      const codes = (of: Graph) =>
        checkReach(scenario, of)
          .map(({ code, path }) => `${code} ${path.join('/')}`)
          .sort();
      expect(codes(graph), `seed ${seed}`).toEqual(codes(unmerged));
      merged += graph.moments.length;
      full += unmerged.moments.length;
      anchored += anchors.length;
    }
    // Else the scenarios were too plain to say anything.
    expect(merged).toBeLessThan(full * 0.9);
    expect(anchored).toBeGreaterThan(60);
  });
});
