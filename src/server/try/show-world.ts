import { storyClock } from '#domain/attempt/learner-view.ts';
import { firstMoment, type Moment } from '#domain/scenario/moment.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import { sayName } from '#domain/scenario/say-guard.ts';
import { factsOf } from '#domain/scenario/schema.ts';

/** The world behind a scene, which only its author sees. */
export interface ShownWorld {
  clock: string;
  minutes: number;
  facts: { name: string; about: string; value: string; changed: boolean }[];
  known: { name: string; note: string }[];
  strands: { name: string; scene: string; attended: boolean }[];
  happened: string[];
}

/** Everything that is so in a moment: first what differs from the world before, or from the start. */
export function showWorld(
  { scenario, machine }: Pick<PublishedScenario, 'scenario' | 'machine'>,
  { world, strands, left }: Moment,
  before = firstMoment(machine).world,
): ShownWorld {
  const finds = Object.values(scenario.scenes).flatMap((scene) =>
    Object.entries(scene.finds ?? {}),
  );
  return {
    clock: storyClock(scenario.clock, world.minutes),
    minutes: world.minutes,
    facts: Object.entries(factsOf(scenario))
      .map(([name, { about }]) => ({
        name,
        about,
        value: String(world.facts[name]),
        changed: world.facts[name] !== before.facts[name],
      }))
      .sort((a, b) => Number(b.changed) - Number(a.changed)),
    known: finds
      .filter(([name]) => world.known.includes(name))
      .map(([name, { note }]) => ({ name, note })),
    strands: Object.entries(strands ?? left?.strands ?? {}).map(([name, scene]) => ({
      name: sayName(name),
      scene: scenario.scenes[scene]!.title,
      attended: world.at === name,
    })),
    happened: (world.happened ?? []).map(sayName),
  };
}
