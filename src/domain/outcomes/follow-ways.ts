import { effectsOf } from '../scenario/answer.ts';
import { holds } from '../scenario/guard.ts';
import { firstMoment, nextMoment, scenesAt, type Moment } from '../scenario/moment.ts';
import type { PublishedScenario } from '../scenario/published.ts';
import { factsOf, type Scenario } from '../scenario/schema.ts';
import type { StoryWay } from '../scenario/story-ways.ts';
import { back, branchesOf, type Target } from '../scenario/target.ts';
import type { Move } from '../scenario/to-machine.ts';
import { applyEffects, type Effects, type World } from '../scenario/world.ts';
import type { FirstMove } from './first-move.ts';

/** Where somebody went: the ways they took and the scenes they came to. */
export interface Followed {
  ways: Set<StoryWay>;
  scenes: Set<string>;
}

type Leading = { by: StoryWay['by']; name: string; target: Target; world: World };

/** What a move leads by, and the world in which its branch is chosen; nothing where it leads nowhere. */
function leadingBy(scenario: Scenario, made: FirstMove): Leading | undefined {
  const { scene, choice, worldBefore } = made;
  const facts = factsOf(scenario);
  const after = (effects: readonly Effects[], learns?: string) =>
    effects.reduce<World>(
      (now, one) => applyEffects(now, one, facts),
      learns === undefined ? worldBefore : applyEffects(worldBefore, {}, facts, learns),
    );
  const { decision, finds, next } = scenario.scenes[scene]!;
  if (made.kind === 'go-on' && next)
    return { by: 'next', name: '', target: next.to, world: after([next]) };
  if (made.kind === 'find') {
    const find = finds?.[choice];
    return find?.to
      ? { by: 'find', name: choice, target: find.to, world: after([find], choice) }
      : undefined;
  }
  if (made.kind !== 'decide' || !decision) return undefined;
  const world = after(effectsOf(decision, choice));
  return decision.kind === 'best-action'
    ? { by: 'option', name: choice, target: decision.options[choice]!.to, world }
    : { by: 'decided', name: '', target: decision.to, world };
}

/** The ways of one move, in the order of its branches: the one that was taken. */
function wayTaken(scenario: Scenario, ways: readonly StoryWay[], made: FirstMove) {
  const leading = leadingBy(scenario, made);
  if (!leading) return undefined;
  const { by, name, target, world } = leading;
  const branch = branchesOf(target).findIndex(({ when }) => !when || holds(when, world));
  return ways.filter((way) => way.from === made.scene && way.by === by && way.name === name)[
    branch
  ];
}

const active = (moment: Moment): string[] => [
  ...scenesAt(moment),
  ...(moment.left ? scenesAt(moment.left) : []),
];

/** The shortest chain of things that happen by themselves from one of some scenes to another. */
function chainTo(ways: readonly StoryWay[], from: readonly string[], to: string): StoryWay[] {
  const waiting = from.map((scene) => ({ scene, chain: [] as StoryWay[] }));
  const seen = new Set(from);
  for (const { scene, chain } of waiting) {
    if (scene === to) return chain;
    for (const way of ways) {
      const isByItself = way.by === 'happens' || way.by === 'settled' || way.by === 'splits';
      if (!isByItself || way.from !== scene || seen.has(way.to)) continue;
      seen.add(way.to);
      waiting.push({ scene: way.to, chain: [...chain, way] });
    }
  }
  return [];
}

/** Follows one go through its scenario, move by move, as the machine takes it. */
export function followWays(
  { scenario, machine }: Pick<PublishedScenario, 'scenario' | 'machine'>,
  ways: readonly StoryWay[],
  moves: readonly FirstMove[],
): Followed {
  const followed: Followed = { ways: new Set(), scenes: new Set() };
  let moment = firstMoment(machine);
  const arrive = (before: readonly string[], after: Moment, came: readonly string[]) => {
    const from = [...came, ...before];
    for (const scene of active(after)) {
      if (before.includes(scene) || came.includes(scene)) continue;
      for (const way of chainTo(ways, from, scene)) {
        followed.ways.add(way);
        followed.scenes.add(way.from).add(way.to);
      }
    }
    for (const scene of [...active(after), ...came]) {
      followed.scenes.add(scene);
      for (const way of ways) if (way.by === 'splits' && way.from === scene) followed.ways.add(way);
    }
  };
  arrive([], moment, [scenario.start]);
  for (const made of moves) {
    const move = { type: made.kind, choice: made.choice } as Move;
    const after = nextMoment(machine, moment, move);
    if (!after) throw new Error(`"${made.choice}" could not be done in scene "${made.scene}".`);
    const taken = wayTaken(scenario, ways, made);
    const came = taken && taken.to !== back ? [taken.to] : [];
    if (taken) followed.ways.add(taken);
    for (const name of after.world.happened ?? []) {
      if (moment.world.happened?.includes(name)) continue;
      const way = ways.find(({ by, from }) => by === 'interrupts' && from === name)!;
      followed.ways.add(way);
      came.push(way.to);
    }
    arrive(active(moment), after, came);
    moment = after;
  }
  return withSettled(ways, followed);
}

/** Where strands come together, each of those that closed leads on. */
function withSettled(ways: readonly StoryWay[], followed: Followed): Followed {
  const settled = [...followed.ways].filter(({ by }) => by === 'settled');
  for (const { name, to } of settled)
    for (const way of ways)
      if (
        way.by === 'settled' &&
        way.name === name &&
        way.to === to &&
        followed.scenes.has(way.from)
      )
        followed.ways.add(way);
  return followed;
}
