import type { Graph } from '#domain/scenario/explore.ts';
import { firstMoment, movesAt, nextMoment, type Moment } from '#domain/scenario/moment.ts';
import type { Scenario } from '#domain/scenario/schema.ts';
import { toMachine } from '#domain/scenario/to-machine.ts';

/** Every reachable moment with nothing merged: worlds are told apart by all that is in them. */
export function exploreUnmerged(scenario: Scenario): Graph {
  const machine = toMachine(scenario);
  const keyOf = ({ scene, strands, left, world }: Moment) =>
    JSON.stringify([
      ...[scene, strands, left, world.facts, [...world.known].sort(), world.minutes],
      ...[world.at, [...(world.happened ?? [])].sort()],
    ]);
  const moments = [firstMoment(machine)];
  const numbers = new Map([[keyOf(moments[0]!), 0]]);
  const steps: Graph['steps'] = [];
  for (let from = 0; from < moments.length; from += 1)
    for (const move of movesAt(scenario, moments[from]!)) {
      const after = nextMoment(machine, moments[from]!, move)!;
      const to = numbers.get(keyOf(after)) ?? moments.push(after) - 1;
      numbers.set(keyOf(after), to);
      steps.push({ from, move, to });
    }
  return { moments, steps, complete: true };
}

/** Whether the random scenarios' one counter has left its bounds. */
const strays = ({ world }: Moment) => Number(world.facts['count']) > 2;

const placeOf = ({ scene, strands, left }: Moment) => JSON.stringify([scene, strands, left]);

/** Walks two graphs side by side from the start, and says where one can do what the other cannot. */
export function findDifference(merged: Graph, full: Graph): string | undefined {
  const waysOf = (graph: Graph) => {
    const ways = graph.moments.map(() => new Map<string, number>());
    for (const { from, move, to } of graph.steps)
      ways[from]!.set(`${move.type} ${move.choice}`, to);
    return ways;
  };
  const [mergedWays, fullWays] = [waysOf(merged), waysOf(full)];
  const waiting: [number, number][] = [[0, 0]];
  const seen = new Set(['0 0']);
  for (let pair = waiting.pop(); pair; pair = waiting.pop()) {
    const [a, b] = pair;
    const [one, other] = [merged.moments[a]!, full.moments[b]!];
    const where = `${one.scene}/${other.scene}`;
    if (placeOf(one) !== placeOf(other)) return `${where}: other scenes`;
    if (strays(one) !== strays(other)) return `${where}: out of bounds in one of them`;
    // A find that changes nothing leads back to where it was; whether it is done already is no matter.
    const idle = (way: string) => way.startsWith('find') && mergedWays[a]!.get(way) === a;
    const telling = (ways: Map<string, number>) =>
      [...ways.keys()]
        .filter((way) => !idle(way))
        .sort()
        .join();
    if (telling(mergedWays[a]!) !== telling(fullWays[b]!))
      return `${where}: ${telling(mergedWays[a]!)} or ${telling(fullWays[b]!)}`;
    for (const [way, to] of fullWays[b]!) {
      const next: [number, number] = [mergedWays[a]!.get(way)!, to];
      if (seen.has(next.join(' '))) continue;
      seen.add(next.join(' '));
      waiting.push(next);
    }
  }
  return undefined;
}
