import { firstMoment, movesAt, takenMoments, type Moment } from './moment.ts';
import { factsOf, type Scenario } from './schema.ts';
import { toMachine, type Move } from './to-machine.ts';
import { watchedFrom } from './watched.ts';
import { isWithin } from './world.ts';

export interface Step {
  from: number;
  move: Move;
  to: number;
}

/** The reachable graph of a scenario: its distinct moments and the moves between them. */
export interface Graph {
  moments: Moment[];
  steps: Step[];
  /** False when the bound was hit: then nothing may be concluded from what was not seen. */
  complete: boolean;
}

/**
 * Walks every reachable moment of a scenario through its machine. Two moments that nothing can ever
 * tell apart again count as one: facts, finds and minutes that no later condition asks about are left
 * out of what makes a moment distinct.
 */
export function explore(scenario: Scenario, limit = 200_000): Graph {
  const machine = toMachine(scenario);
  const watched = watchedFrom(scenario);
  const bounded = Object.entries(factsOf(scenario)).filter(([, fact]) => !('flag' in fact));
  const keyOf = (moment: Moment) => {
    const { world } = moment;
    // What can be met from any strand is met from all of them, so one scene speaks for the rest.
    const { facts, finds, minutes } = watched.get(moment.scene)!;
    const values = facts.map(([name, most]) => Math.min(Number(world.facts[name]), most)).join(',');
    const known = world.known.filter((name) => finds.has(name)).sort();
    // A counter that has left its bounds is a mistake to report, wherever it is seen.
    const strays = bounded.filter(([name, fact]) => !isWithin(fact, world.facts[name]));
    return `${placeOf(moment)}|${values}|${known}|${Math.min(world.minutes, minutes)}|${strays.map(([name]) => name)}`;
  };

  const first = firstMoment(machine);
  const moments = [first];
  const numbers = new Map([[keyOf(first), 0]]);
  const steps: Step[] = [];
  for (let from = 0; from < moments.length; from += 1) {
    const moment = moments[from]!;
    const moves = movesAt(scenario, moment);
    for (const [at, after] of takenMoments(machine, moment, moves).entries()) {
      const move = moves[at]!;
      const key = keyOf(after);
      let to = numbers.get(key);
      if (to === undefined) {
        if (moments.length >= limit) return { moments, steps, complete: false };
        to = moments.push(after) - 1;
        numbers.set(key, to);
      }
      steps.push({ from, move, to });
    }
  }
  return { moments, steps, complete: true };
}

/** Where a moment is, as far as it can still matter: which strand is attended to, what has come already. */
function placeOf({ scene, strands, left, world }: Moment): string {
  const beside = strands ? Object.values(strands).join(' ') : '';
  const before = left ? [left.scene, ...Object.values(left.strands ?? {})].join(' ') : '';
  return `${scene}|${beside}|${before}|${(world.happened ?? []).toSorted().join(' ')}`;
}
