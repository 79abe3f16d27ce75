import { describe, expect, test } from 'vitest';
import type { FirstMove } from '#domain/outcomes/first-move.ts';
import { followWays } from '#domain/outcomes/follow-ways.ts';
import { answersTo } from '#domain/scenario/answers-to.ts';
import { firstMoment, movesAt, nextMoment, scenesAt } from '#domain/scenario/moment.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import { toStoryGraph } from '#domain/scenario/story-graph.ts';
import { listScenarios, readCheckedScenario } from '#server/content/read-scenario.ts';
import { prepareForms } from '../../src/cli/scenario/find-scenario.ts';

/** One way through a scenario, each move drawn by a number that grows from a seed. */
function playAtRandom({ scenario, machine }: PublishedScenario, seed: number) {
  let state = seed;
  const draw = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  let moment = firstMoment(machine);
  const moves: FirstMove[] = [];
  const met = new Set(scenesAt(moment));
  for (let step = 0; step < 400; step += 1) {
    const offered = movesAt(scenario, moment);
    if (!offered.length) return { moves, met };
    let move = offered[draw(offered.length)]!;
    const { decision } = scenario.scenes[moment.scene]!;
    if (move.type === 'decide') {
      const answers = answersTo(decision!, moment.world);
      move = { type: 'decide', choice: answers[draw(answers.length)]! };
    }
    const { scene, world: worldBefore } = moment;
    const said = { offered: [], confidence: null, credit: null, harmful: false };
    moves.push({
      attempt: 'a',
      step,
      kind: move.type,
      scene,
      choice: move.choice,
      worldBefore,
      ...said,
    });
    moment = nextMoment(machine, moment, move)!;
    for (const one of scenesAt(moment)) met.add(one);
  }
  return undefined;
}

describe('the ways that are drawn lead to every scene that was met', async () => {
  test.each(await listScenarios())('%s', async (slug) => {
    for (const version of prepareForms(await readCheckedScenario(slug))) {
      const { ways } = toStoryGraph(version.scenario, version.anchors);
      for (let seed = 1; seed <= 10; seed += 1) {
        const played = playAtRandom(version, seed * 7919);
        if (!played) continue;
        const followed = followWays(version, ways, played.moves);
        const led = new Set([...followed.ways].map(({ to }) => to));
        const unled = [...played.met].filter(
          (scene) => scene !== version.scenario.start && !led.has(scene),
        );
        expect(unled, `seed ${seed}`).toEqual([]);
        const nowhere = [...followed.ways].filter(
          ({ by, from }) => by !== 'interrupts' && !followed.scenes.has(from),
        );
        expect(nowhere, `seed ${seed}`).toEqual([]);
      }
    }
  });
});
