import type { Graph } from '../explore.ts';
import { targetsIn } from '../parts-of.ts';
import { branchesOf } from '../target.ts';
import { scenesAt } from '../moment.ts';
import { optionsOf } from '../decision.ts';
import { doneBy } from '../answer.ts';
import { factsOf, type Scenario } from '../schema.ts';
import type { Move } from '../to-machine.ts';
import { boundsOf, isWithin } from '../world.ts';
import { checkEnds } from './check-ends.ts';
import type { Problem } from './problem.ts';

/** What only playing every path shows: scenes and options nobody meets, dead ends, facts out of bounds. */
export function checkReach(scenario: Scenario, graph: Graph): Problem[] {
  if (!graph.complete)
    return [
      {
        code: 'too-large',
        path: ['scenes'],
        message: `More than ${graph.moments.length} different moments: not all could be checked.`,
        remedy: 'Use fewer counters, tighter bounds, or fewer conditions on time.',
      },
    ];
  return [
    ...checkScenesMet(scenario, graph),
    ...checkMovesMet(scenario, graph),
    ...checkEnds(scenario, graph),
    ...checkBounds(scenario, graph),
  ];
}

function checkScenesMet(scenario: Scenario, graph: Graph): Problem[] {
  const met = new Set(graph.moments.flatMap(scenesAt));
  // The strands of a scene stand for it, and one that closes the last of them is passed through.
  const isPassed = (name: string) => {
    const { strands, closes } = scenario.scenes[name]!;
    return closes
      ? graph.steps.some(({ from }) =>
          scenesAt(graph.moments[from]!).some((at) => leadsTo(scenario, at, name)),
        )
      : Object.values(strands ?? {}).some(({ start }) => met.has(start));
  };
  return Object.keys(scenario.scenes)
    .filter((name) => !met.has(name) && !isPassed(name))
    .map((name) => ({
      code: 'unreachable-scene',
      path: ['scenes', name],
      message: `No path leads to "${name}".`,
      remedy: 'Lead to it from another scene, or remove it.',
    }));
}

/** Whether a scene may lead to another at once. */
const leadsTo = (scenario: Scenario, from: string, to: string): boolean =>
  targetsIn(scenario.scenes[from]!).some(({ what }) =>
    branchesOf(what).some((branch) => branch.to === to),
  );

function checkMovesMet(scenario: Scenario, graph: Graph): Problem[] {
  const met = new Set(graph.moments.map((moment) => moment.scene));
  const made = new Set(
    graph.steps.flatMap(({ from, move }) => {
      const { scene } = graph.moments[from]!;
      const { decision } = scenario.scenes[scene]!;
      const done =
        move.type === 'decide' && decision ? doneBy(decision, move.choice) : [move.choice];
      return done.map((one) => `${scene}/${move.type}/${one}`);
    }),
  );
  return Object.entries(scenario.scenes).flatMap(([name, scene]) => {
    if (!met.has(name)) return [];
    const dead = (kind: string, type: Move['type'], choice: string, part: string[]) =>
      made.has(`${name}/${type}/${choice}`)
        ? []
        : [
            {
              code: 'dead-option',
              path: ['scenes', name, ...part, choice],
              message: `This ${kind} is never offered on any path.`,
              remedy: 'Change its "when", or remove it.',
            },
          ];
    return [
      ...Object.keys(scene.decision?.kind === 'rate' ? {} : optionsOf(scene.decision)).flatMap(
        (option) => dead('option', 'decide', option, ['decision', 'options']),
      ),
      ...Object.keys(scene.finds ?? {}).flatMap((find) => dead('find', 'find', find, ['finds'])),
    ];
  });
}

function checkBounds(scenario: Scenario, graph: Graph): Problem[] {
  const problems = new Map<string, Problem>();
  for (const { from, move, to } of graph.steps) {
    const after = graph.moments[to]!.world;
    for (const [name, fact] of Object.entries(factsOf(scenario))) {
      const value = Number(after.facts[name]);
      if (isWithin(fact, value)) continue;
      const scene = graph.moments[from]!.scene;
      problems.set(`${scene}/${move.choice}/${name}`, {
        code: 'fact-out-of-bounds',
        path: ['scenes', scene],
        message: `"${name}" can become ${value} after "${move.choice || 'going on'}", outside ${boundsOf(fact)?.join(' to ')}.`,
        remedy: 'Widen its bounds, or change what adds to it.',
      });
    }
  }
  return [...problems.values()];
}
