import { firstMoment, movesAt, nextMoment, type Moment } from './moment.ts';
import type { Guard } from './guard.ts';
import type { Scenario, Target } from './schema.ts';
import { toMachine, type Move } from './to-machine.ts';

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

const guardsOf = (scenario: Scenario): Guard[] =>
  Object.values(scenario.scenes).flatMap((scene) => {
    const targets = [
      ...Object.values(scene.decision?.options ?? {}).map((option) => option.to),
      ...(scene.next ? [scene.next.to] : []),
    ];
    return [
      ...Object.values(scene.decision?.options ?? {}).map((option) => option.when),
      ...Object.values(scene.finds ?? {}).map((find) => find.when),
      ...(scene.happens ?? []).map((happening) => happening.when),
      ...targets.flatMap((to) => (typeof to === 'string' ? [] : to.map((branch) => branch.when))),
    ].filter((guard) => guard !== undefined);
  });

/** What the conditions of a scenario can tell apart: anything else need not be explored twice. */
function observed(guards: Guard[]) {
  const facts = new Set<string>();
  const finds = new Set<string>();
  let minutes = 0;
  const visit = (guard: Guard): void => {
    if ('fact' in guard) facts.add(guard.fact);
    else if ('knows' in guard) finds.add(guard.knows);
    else if ('minutes' in guard)
      minutes = Math.max(
        minutes,
        guard.minutes['at-least'] ?? 0,
        (guard.minutes['at-most'] ?? -1) + 1,
      );
    else if ('all' in guard) guard.all.forEach(visit);
    else if ('any' in guard) guard.any.forEach(visit);
    else visit(guard.not);
  };
  guards.forEach(visit);
  return { facts, finds, minutes };
}

/** From each scene, the scenes that some move or happening may still lead to, itself among them. */
function scenesOnward(scenario: Scenario): Map<string, Set<string>> {
  const toScenes = (to: Target) => (typeof to === 'string' ? [to] : to.map((branch) => branch.to));
  const leadsTo = (name: string) => {
    const { decision, next, happens } = scenario.scenes[name]!;
    return [
      ...Object.values(decision?.options ?? {}).flatMap((option) => toScenes(option.to)),
      ...(next ? toScenes(next.to) : []),
      ...(happens ?? []).map((happening) => happening.to),
    ];
  };
  return new Map(
    Object.keys(scenario.scenes).map((start) => {
      const met = new Set([start]);
      for (const name of met) leadsTo(name).forEach((to) => met.add(to));
      return [start, met];
    }),
  );
}

/**
 * Walks every reachable moment of a scenario through its machine. Two moments that no condition can
 * ever tell apart count as one: minutes stop mattering past the last time that is asked about, and a
 * find that changes nothing, or can never be met again, matters only to the notebook.
 */
export function explore(scenario: Scenario, limit = 200_000): Graph {
  const machine = toMachine(scenario);
  const seen = observed(guardsOf(scenario));
  const counted = Object.keys(scenario.facts).filter(
    (name) => seen.facts.has(name) || 'counter' in (scenario.facts[name] ?? {}),
  );
  const onward = scenesOnward(scenario);
  const homes = new Map(
    Object.entries(scenario.scenes).flatMap(([home, scene]) =>
      Object.entries(scene.finds ?? {})
        .filter(([, find]) => find.set ?? find.add ?? (seen.minutes > 0 && find.minutes))
        .map(([name]) => [name, home] as const),
    ),
  );
  // A find that changes something is done once: that matters while its scene may still be played.
  const matters = (moment: Moment, name: string) =>
    seen.finds.has(name) || onward.get(moment.scene)!.has(homes.get(name) ?? '');
  const keyOf = (moment: Moment) =>
    [
      moment.scene,
      counted.map((name) => Number(moment.world.facts[name])).join(','),
      moment.world.known
        .filter((name) => matters(moment, name))
        .sort()
        .join(','),
      Math.min(moment.world.minutes, seen.minutes),
    ].join('|');

  const first = firstMoment(machine);
  const moments = [first];
  const numbers = new Map([[keyOf(first), 0]]);
  const steps: Step[] = [];
  for (let from = 0; from < moments.length; from += 1) {
    const moment = moments[from]!;
    for (const move of movesAt(scenario, moment)) {
      const after = nextMoment(machine, moment, move);
      if (!after) continue;
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
