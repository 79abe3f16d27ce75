import { effectsOf } from '../answer.ts';
import type { Guard } from '../guard.ts';
import { holds } from '../guard.ts';
import { scenesAt, type Moment } from '../moment.ts';
import { factsOf, type Scenario } from '../schema.ts';
import { back, branchesOf, type Target } from '../target.ts';
import type { Move } from '../to-machine.ts';
import { applyEffects, type Effects, type World } from '../world.ts';

/** One way in which the story may go on from a move: where it comes to, and all that changed on the way. */
export interface Followed {
  /** The scenes it comes to, one of each strand where several things go on at once. */
  scenes: string[];
  split?: string | undefined;
  world: World;
  done: Effects[];
}

/** Told of every condition that is asked on the way, and of the world it is asked in. */
export type Note = (guard: Guard, world: World) => void;

type Here = Followed & { left?: { scenes: string[]; split?: string | undefined } | undefined };

/**
 * Everything that may follow on a move, with what happens by itself. Where two strands have something
 * happen at once, each is taken to be first: more ways than the machine takes, and never fewer.
 */
export function whatFollows(
  scenario: Scenario,
  moment: Moment,
  move: Move,
  note: Note = () => {},
): Followed[] {
  const { left, split, world } = moment;
  const here: Here = {
    scenes: scenesAt(moment),
    split,
    world,
    done: [],
    ...(left && { left: { scenes: scenesAt(left), split: left.split } }),
  };
  const scene = scenario.scenes[moment.scene]!;
  if (move.type === 'turn') {
    const { turn } = scenario.scenes[split!]!.strands![move.choice]!;
    const after = changed(scenario, here, [turn]);
    return settle(scenario, { ...after, world: { ...after.world, at: move.choice } }, note);
  }
  if (move.type === 'find') {
    const find = scene.finds![move.choice]!;
    const after = changed(scenario, here, [find], move.choice);
    return find.to
      ? lead(scenario, after, moment.scene, find.to, note)
      : settle(scenario, after, note);
  }
  const { decision, next } = scene;
  if (move.type === 'go-on')
    return lead(scenario, changed(scenario, here, [next!]), moment.scene, next!.to, note);
  const to = decision!.kind === 'best-action' ? decision!.options[move.choice]!.to : decision!.to;
  const after = changed(scenario, here, effectsOf(decision!, move.choice));
  return lead(scenario, after, moment.scene, to, note);
}

/** What may follow on the very beginning of the story. */
export function firstFollows(scenario: Scenario, world: World, note: Note = () => {}): Followed[] {
  const nowhere: Here = { scenes: [], world, done: [] };
  return settle(scenario, arrive(scenario, nowhere, '', scenario.start), note);
}

function changed(scenario: Scenario, here: Here, effects: Effects[], learns?: string): Here {
  const facts = factsOf(scenario);
  const learnt = learns ? applyEffects(here.world, {}, facts, learns) : here.world;
  const world = effects.reduce((now, one) => applyEffects(now, one, facts), learnt);
  return { ...here, world, done: [...here.done, ...effects] };
}

function lead(scenario: Scenario, here: Here, from: string, to: Target, note: Note): Followed[] {
  for (const branch of branchesOf(to)) {
    const there = arrive(scenario, here, from, branch.to);
    if (branch.when) note(branch.when, there.world);
    if (holds(branch.when, there.world)) return settle(scenario, there, note);
  }
  return [];
}

function arrive(scenario: Scenario, here: Here, from: string, to: string): Here {
  const { world, done, left } = here;
  if (to === back)
    return left ? { ...left, world, done } : { scenes: [scenario.start], world, done };
  const scene = scenario.scenes[to]!;
  if (scene.strand) return { ...here, scenes: here.scenes.map((one) => (one === from ? to : one)) };
  if (scene.during) return { ...here, scenes: [to], split: undefined };
  if (!scene.strands)
    return { scenes: [to], world: world.at ? { ...world, at: undefined } : world, done };
  const at = world.at && scene.strands[world.at] ? world.at : scene.attend;
  const scenes = Object.values(scene.strands).map(({ start }) => start);
  return { scenes, split: to, world: { ...world, at }, done };
}

/** Goes on until nothing more happens by itself. */
function settle(scenario: Scenario, here: Here, note: Note): Followed[] {
  const { scenes, split } = here;
  const ways: Followed[] = [];
  for (const name of [...scenes, ...(split ? [split] : [])]) {
    for (const event of scenario.scenes[name]!.happens ?? []) {
      note(event.when, here.world);
      if (!holds(event.when, here.world)) continue;
      const there = arrive(scenario, changed(scenario, here, [event]), name, event.to);
      ways.push(...settle(scenario, there, note));
      break;
    }
  }
  if (ways.length) return ways;
  const inStory = scenes.every(
    (name) => !scenario.scenes[name]!.during && !scenario.scenes[name]!.ending,
  );
  if (inStory)
    for (const [name, event] of Object.entries(scenario.interruptions ?? {})) {
      const happened = here.world.happened ?? [];
      if (happened.includes(name)) continue;
      note(event.when, here.world);
      if (!holds(event.when, here.world)) continue;
      const after = changed(scenario, here, [event]);
      const world = { ...after.world, happened: [...happened, name] };
      const there = arrive(scenario, { ...after, world }, '', event.to);
      return settle(scenario, { ...there, left: { scenes, split } }, note);
    }
  // That all strands have closed is noticed after anything that comes by itself.
  const whole = split === undefined ? undefined : scenario.scenes[split]!;
  if (whole?.to && scenes.every((name) => scenario.scenes[name]!.closes))
    return lead(scenario, here, split!, whole.to, note);
  return [here];
}
