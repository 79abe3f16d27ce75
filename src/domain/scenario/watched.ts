import type { Guard } from './guard.ts';
import type { Scenario, Scene, Target } from './schema.ts';
import type { Effects } from './world.ts';

/** What can still make a difference from a scene onward: all else about the world may be forgotten. */
export interface Watched {
  facts: string[];
  finds: Set<string>;
  /** Minutes stop mattering past this, the last time that any condition asks about. */
  minutes: number;
}

const targetsOf = (scene: Scene): Target[] => [
  ...Object.values(scene.decision?.options ?? {}).map((option) => option.to),
  ...(scene.next ? [scene.next.to] : []),
  ...(scene.happens ?? []).map((happening) => happening.to),
];

const guardsOf = (scene: Scene): Guard[] =>
  [
    ...Object.values(scene.decision?.options ?? {}).map((option) => option.when),
    ...Object.values(scene.finds ?? {}).map((find) => find.when),
    ...(scene.happens ?? []).map((happening) => happening.when),
    ...targetsOf(scene).flatMap((to) =>
      typeof to === 'string' ? [] : to.map((branch) => branch.when),
    ),
  ].filter((guard) => guard !== undefined);

const movesOf = (scene: Scene): Effects[] => [
  ...Object.values(scene.decision?.options ?? {}),
  ...Object.values(scene.finds ?? {}),
  ...(scene.happens ?? []),
  ...(scene.next ? [scene.next] : []),
];

/** The scenes that some move or happening may still lead to from one, itself among them. */
function scenesOnward(scenario: Scenario, start: string): Scene[] {
  const met = new Set([start]);
  for (const name of met)
    for (const to of targetsOf(scenario.scenes[name]!))
      for (const scene of typeof to === 'string' ? [to] : to.map((branch) => branch.to))
        met.add(scene);
  return [...met].map((name) => scenario.scenes[name]!);
}

function readBy(guards: Guard[]) {
  const facts = new Set<string>();
  const finds = new Set<string>();
  let minutes = 0;
  const visit = (guard: Guard): void => {
    if ('fact' in guard) facts.add(guard.fact);
    else if ('knows' in guard) finds.add(guard.knows);
    else if ('minutes' in guard) {
      const { 'at-least': least = 0, 'at-most': most = -1 } = guard.minutes;
      minutes = Math.max(minutes, least, most + 1);
    } else if ('all' in guard) guard.all.forEach(visit);
    else if ('any' in guard) guard.any.forEach(visit);
    else visit(guard.not);
  };
  guards.forEach(visit);
  return { facts, finds, minutes };
}

/** What is watched from each scene onward: read by a condition, or a counter that may leave its bounds. */
export function watchedFrom(scenario: Scenario): Map<string, Watched> {
  return new Map(
    Object.keys(scenario.scenes).map((start) => {
      const onward = scenesOnward(scenario, start);
      const { facts, finds, minutes } = readBy(onward.flatMap(guardsOf));
      for (const move of onward.flatMap(movesOf))
        for (const name of Object.keys(move.add ?? {})) facts.add(name);
      // A find that changes something is done once: that matters while its scene may still be played.
      for (const [name, find] of onward.flatMap((scene) => Object.entries(scene.finds ?? {})))
        if (find.set ?? find.add ?? (minutes > 0 && find.minutes)) finds.add(name);
      return [start, { facts: [...facts].sort(), finds, minutes }];
    }),
  );
}
