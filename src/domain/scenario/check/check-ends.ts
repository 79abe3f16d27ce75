import type { Graph, Step } from '../explore.ts';
import type { Scenario } from '../schema.ts';
import type { Problem } from './problem.ts';
import { roundsIn } from './rounds.ts';

/** From every moment some ending can be reached. Where none can, one is stuck there or goes round for ever. */
export function checkEnds(scenario: Scenario, graph: Graph): Problem[] {
  const ends = endable(scenario, graph);
  const onward = Map.groupBy(graph.steps, ({ from }) => from);
  const stepsFrom = (node: number): Step[] => onward.get(node) ?? [];
  const stuck = graph.moments.flatMap((_, number) => (ends.has(number) ? [] : [number]));
  const rounds = roundsIn(stuck, (node) => stepsFrom(node).map(({ to }) => to));
  const problems = new Map<string, Problem>();
  for (const round of rounds) {
    const within = new Set(round);
    const steps = round.flatMap(stepsFrom);
    // Whoever can still leave this round is counted where they get to.
    if (steps.some(({ to }) => !within.has(to))) continue;
    const scenes = [...new Set(round.map((node) => graph.moments[node]!.scene))].sort();
    // To look about and to turn from one strand to another gets nobody anywhere.
    const goesRound = steps.some(({ move }) => move.type === 'decide' || move.type === 'go-on');
    problems.set(`${goesRound} ${scenes.join()}`, goesRound ? loop(scenes) : deadEnd(scenes[0]!));
  }
  return [...problems.values()];
}

const deadEnd = (scene: string): Problem => ({
  code: 'no-way-out',
  path: ['scenes', scene],
  message: `One can get stuck in "${scene}": in some states nothing leads on from it.`,
  remedy: 'Offer a way on that has no condition.',
});

const loop = (scenes: string[]): Problem => ({
  code: 'endless-loop',
  path: ['scenes', scenes[0]!],
  message: `One can go round for ever in ${scenes.map((name) => `"${name}"`).join(', ')}: in some states no ending can be reached.`,
  remedy: 'Let one of them lead to an ending whatever is so.',
});

/** The moments from which some ending can be reached. */
function endable(scenario: Scenario, { moments, steps }: Graph): Set<number> {
  const into = Map.groupBy(steps, ({ to }) => to);
  const waiting = moments.flatMap(({ scene }, number) =>
    scenario.scenes[scene]?.ending ? [number] : [],
  );
  const ends = new Set(waiting);
  for (const number of waiting)
    for (const { from } of into.get(number) ?? []) {
      if (ends.has(from)) continue;
      ends.add(from);
      waiting.push(from);
    }
  return ends;
}
