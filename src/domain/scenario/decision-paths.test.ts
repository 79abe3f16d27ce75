import { describe, expect, test } from 'vitest';
import { playEveryPath } from '../../../tests/support/play-paths.ts';
import { randomScenario } from '../../../tests/support/random-scenario.ts';
import {
  decision,
  fromArrows,
  option,
  publish,
  tinyScenario,
} from '../../../tests/support/tiny-scenario.ts';
import { decisionPaths, type Looking } from './decision-paths.ts';
import { explore } from './explore.ts';
import { sayMoves } from './move-words.ts';
import type { Scenario } from './schema.ts';

const pathsOf = (scenario: Scenario, looking: Looking = 'nothing') =>
  decisionPaths(scenario, explore(scenario), looking);

describe('how many ways there are', () => {
  // Every arrow is decided well or badly, so each doubles the ways.
  test.each([
    ['one after another', 'S>A A>B B>End', 4],
    ['that part and meet again', 'S>A A>B,C B>D C>D D>End', 16],
    ['that end early', 'S>A A>B,End B>End', 6],
    ['with nothing to decide', 'S>End', 1],
    ['that go round', 'S>A A>B B>A,End', Infinity],
  ])('decisions %s', (_, arrows, count) => {
    expect(pathsOf(fromArrows(arrows)).count).toBe(count);
  });

  test('a way that never ends is no way', () => {
    expect(pathsOf(fromArrows('S>A A>B,End B>C C>B')).count).toBe(2);
  });
});

test('those of fewest moves come first, each once', () => {
  const scenario = fromArrows('S>A A>B,End B>C,End C>End');
  const ways = [...pathsOf(scenario).shortestFirst()];
  expect(ways.map((moves) => moves.length)).toEqual(ways.map((moves) => moves.length).toSorted());
  expect(new Set(ways.map((moves) => sayMoves(publish(scenario), moves).join())).size).toBe(
    pathsOf(scenario).count,
  );
});

test('where the story goes round, the shortest ways out are still told', () => {
  const shortest = pathsOf(fromArrows('S>A A>B B>A,End')).shortestFirst();
  const lengths = Array.from({ length: 6 }, () => shortest.next().value!.length);
  expect(lengths).toEqual([3, 3, 3, 3, 5, 5]);
});

describe('looking', () => {
  const plan = { kind: 'look' as const, label: 'Look', tells: 'It tells.', note: 'Noted.' };
  const scenario = tinyScenario({
    hall: {
      finds: { plan, card: plan, away: { ...plan, kind: 'call', to: 'end' } },
      decision: decision({ go: option('end'), ask: option('end', { when: { knows: 'plan' } }) }),
    },
    end: { ending: 'well' },
  });
  const said = (looking: Looking) =>
    [...pathsOf(scenario, looking).shortestFirst()].map((moves) =>
      sayMoves(publish(scenario), moves).join(', '),
    );
  test('at nothing leaves what has to be known closed, and a find that leads away open', () => {
    expect(said('nothing').toSorted()).toEqual(['decide go', 'find away']);
  });
  test('at everything finds first what makes a difference, and only that', () => {
    expect(said('everything').toSorted()).toEqual([
      'find plan, decide ask',
      'find plan, decide go',
      'find plan, find away',
    ]);
  });
});

test.each([1, 2, 3, 4, 5, 6])('as many as are found by playing every one: story %i', (seed) => {
  const scenario = randomScenario(seed, false);
  const { count, shortestFirst } = pathsOf(scenario);
  const played = [...playEveryPath(publish(scenario), false)].filter((run) => run.ended).length;
  expect(count).toBe(played);
  expect([...shortestFirst()]).toHaveLength(played);
});
