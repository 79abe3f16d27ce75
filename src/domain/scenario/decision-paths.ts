import type { Graph, Step } from './explore.ts';
import type { Scenario } from './schema.ts';
import type { Move } from './to-machine.ts';

/** Whether everything that makes a difference is found out wherever it can be, or nothing ever is. */
export type Looking = 'everything' | 'nothing';

/** The ways from start to end through an explored scenario. */
export interface DecisionPaths {
  /** How many there are; Infinity where the story can go round. */
  count: number;
  /** Each of them, those of fewest moves first. */
  shortestFirst(): Generator<Move[]>;
}

/**
 * The decision paths of a scenario. Answers that lead to the same place in the same world count once, as
 * they do in the graph, and looking and asking come in one order or not at all.
 */
export function decisionPaths(scenario: Scenario, graph: Graph, looking: Looking): DecisionPaths {
  const onward = stepsTaken(scenario, graph, looking);
  const toEnd = movesToEnd(scenario, graph, onward);
  const ways = (at: number) => (onward.get(at) ?? []).filter((step) => toEnd.has(step.to));
  return {
    count: countPaths(toEnd, ways),
    *shortestFirst() {
      interface Way {
        at: number;
        length: number;
        step?: Step;
        before?: Way;
      }
      // A way stands under the number of moves that it will have taken at its nearest ending.
      const byLength: Way[][] = [];
      const wait = (way: Way) => (byLength[way.length + toEnd.get(way.at)!] ??= []).push(way);
      if (toEnd.has(0)) wait({ at: 0, length: 0 });
      for (let length = 0; length < byLength.length; length += 1) {
        const waiting = byLength[length] ?? [];
        for (let way = waiting.pop(); way; way = waiting.pop()) {
          if (toEnd.get(way.at) === 0) {
            const moves: Move[] = [];
            for (let one: Way | undefined = way; one?.step; one = one.before)
              moves.unshift(one.step.move);
            yield moves;
            continue;
          }
          for (const step of ways(way.at).toReversed())
            wait({ at: step.to, length: way.length + 1, step, before: way });
        }
        delete byLength[length];
      }
    },
  };
}

/** The steps of a graph that somebody takes who finds out everything, or nothing. */
function stepsTaken(
  scenario: Scenario,
  { moments, steps }: Graph,
  looking: Looking,
): Map<number, Step[]> {
  // A find that leads away is a way on; one that only tells is a look.
  const isLook = ({ from, move }: Step) =>
    move.type === 'find' && !scenario.scenes[moments[from]!.scene]!.finds?.[move.choice]?.to;
  const taken = new Map<number, Step[]>();
  for (const [from, all] of Map.groupBy(steps, (step) => step.from)) {
    const look = all.find((step) => isLook(step) && step.to !== from);
    taken.set(
      from,
      look && looking === 'everything' ? [look] : all.filter((step) => !isLook(step)),
    );
  }
  return taken;
}

/** The fewest moves from each moment to an ending, for those from which there is a way. */
function movesToEnd(
  scenario: Scenario,
  { moments }: Graph,
  onward: Map<number, Step[]>,
): Map<number, number> {
  const into = Map.groupBy([...onward.values()].flat(), (step) => step.to);
  const waiting = moments.flatMap(({ scene }, at) => (scenario.scenes[scene]!.ending ? [at] : []));
  const moves = new Map(waiting.map((at) => [at, 0]));
  for (const at of waiting)
    for (const { from } of into.get(at) ?? []) {
      if (moves.has(from)) continue;
      moves.set(from, moves.get(at)! + 1);
      waiting.push(from);
    }
  return moves;
}

/** Counts from the endings back. A moment that is never settled is part of a circle. */
function countPaths(toEnd: Map<number, number>, ways: (at: number) => Step[]): number {
  if (!toEnd.has(0)) return 0;
  const met = [0];
  const open = new Map<number, number>();
  const into = new Map<number, number[]>();
  const seen = new Set(met);
  for (const at of met) {
    open.set(at, ways(at).length);
    for (const { to } of ways(at)) {
      if (into.has(to)) into.get(to)!.push(at);
      else into.set(to, [at]);
      if (!seen.has(to)) met.push(to);
      seen.add(to);
    }
  }
  const counts = new Map<number, number>();
  const settled = met.filter((at) => open.get(at) === 0);
  for (const at of settled) {
    if (toEnd.get(at) === 0) counts.set(at, 1);
    for (const from of into.get(at) ?? []) {
      counts.set(from, (counts.get(from) ?? 0) + counts.get(at)!);
      open.set(from, open.get(from)! - 1);
      if (open.get(from) === 0) settled.push(from);
    }
  }
  return settled.length === met.length ? counts.get(0)! : Infinity;
}
