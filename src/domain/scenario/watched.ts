import type { Guard } from './guard.ts';
import { keyGuardsIn, leadingGuardsIn, movesIn, targetsIn } from './parts-of.ts';
import { factsOf, type Scenario, type Scene } from './schema.ts';
import { back, branchesOf } from './target.ts';

/** What can still make a difference from a scene onward: all else about the world may be forgotten. */
export interface Watched {
  /** Each fact, with the value past which it stops mattering: only a timer has one. */
  facts: [name: string, most: number][];
  finds: Set<string>;
  /** Minutes stop mattering past this, the last time that any condition asks about. */
  minutes: number;
}

/** The scenes that a scene may lead to, and those that may come over it or go on beside it. */
function nextTo(scenario: Scenario, name: string): string[] {
  const scene = scenario.scenes[name]!;
  const all = Object.entries(scenario.scenes);
  return [
    ...targetsIn(scene).flatMap(({ what }) => branchesOf(what).map(({ to }) => to)),
    ...Object.values(scenario.interruptions ?? {}).map(({ to }) => to),
    ...(scene.strand
      ? all.flatMap(([other, one]) => (one.strands?.[scene.strand!] ? [other] : []))
      : []),
  ].flatMap((to) =>
    // One may come back to any scene of the story from an interruption.
    to === back ? all.flatMap(([other, one]) => (one.during ? [] : [other])) : [to],
  );
}

/** The scenes that some move or happening may still lead to from one, itself among them. */
function scenesOnward(scenario: Scenario, start: string): Scene[] {
  const met = new Set([start]);
  for (const name of met) for (const next of nextTo(scenario, name)) met.add(next);
  return [...met].map((name) => scenario.scenes[name]!);
}

/** The number past which a range says the same of every other. */
const lastOf = (range: object) => {
  const { 'at-least': least = 0, 'at-most': most = -1 } = range as Range;
  return Math.max(least, most + 1);
};
type Range = { 'at-least'?: number; 'at-most'?: number };

function readBy(guards: Guard[]) {
  const facts = new Map<string, number>();
  const finds = new Set<string>();
  let minutes = 0;
  const visit = (guard: Guard): void => {
    if ('fact' in guard) facts.set(guard.fact, Math.max(facts.get(guard.fact) ?? 0, lastOf(guard)));
    else if ('knows' in guard) finds.add(guard.knows);
    else if ('minutes' in guard) {
      minutes = Math.max(minutes, lastOf(guard.minutes));
    } else if ('all' in guard) guard.all.forEach(visit);
    else if ('any' in guard) guard.any.forEach(visit);
    else if ('not' in guard) visit(guard.not);
  };
  guards.forEach(visit);
  return { facts, finds, minutes };
}

/** What is watched from each scene onward: read by a condition, or a counter that may leave its bounds. */
export function watchedFrom(scenario: Scenario): Map<string, Watched> {
  const declared = factsOf(scenario);
  const interruptions = Object.values(scenario.interruptions ?? {});
  return new Map(
    Object.keys(scenario.scenes).map((start) => {
      const onward = scenesOnward(scenario, start);
      const { facts, finds, minutes } = readBy([
        ...onward.flatMap(leadingGuardsIn).map(({ what }) => what),
        ...onward.flatMap(keyGuardsIn).map(({ what }) => what),
        ...interruptions.map(({ when }) => when),
      ]);
      const moves = [...onward.flatMap(movesIn).map(({ what }) => what), ...interruptions];
      for (const move of moves)
        for (const name of Object.keys(move.add ?? {})) facts.set(name, Infinity);
      const isTimed = minutes > 0 || [...facts.keys()].some((name) => 'timer' in declared[name]!);
      // A find that changes something is done once: that matters while its scene may still be played.
      for (const [name, find] of onward.flatMap((scene) => Object.entries(scene.finds ?? {})))
        if (find.set ?? find.add ?? find.to ?? find.turns ?? (isTimed && find.minutes))
          finds.add(name);
      // A timer only runs on or is set afresh; a counter may come down again, so all of it matters.
      const capped = [...facts].map(([name, last]): [string, number] => [
        name,
        'timer' in declared[name]! ? last : Infinity,
      ]);
      return [start, { facts: capped.sort(([a], [b]) => (a < b ? -1 : 1)), finds, minutes }];
    }),
  );
}
