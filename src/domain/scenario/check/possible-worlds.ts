import type { Graph } from '../explore.ts';
import type { Guard } from '../guard.ts';
import { scenesAt } from '../moment.ts';
import { factsOf, type Scenario } from '../schema.ts';
import { watchedFrom } from '../watched.ts';
import { applyEffects, type Effects, type Fact, type World } from '../world.ts';
import { whatFollows, type Note } from './what-follows.ts';

/** What conditions are about: all else in a world may be left out when they are asked. */
export interface Subject {
  /** Each fact with the number past which a timer says the same of every other. */
  facts: Map<string, number>;
  finds: Set<string>;
  /** Minutes make no difference past this. */
  minutes: number;
}

const lastIn = ({ 'at-least': least = 0, 'at-most': most = -1 }: Range) =>
  Math.max(least, most + 1);
type Range = { 'at-least'?: number | undefined; 'at-most'?: number | undefined };

/** What one or more conditions are about. */
export function subjectOf(guards: readonly Guard[]): Subject {
  const subject: Subject = { facts: new Map(), finds: new Set(), minutes: 0 };
  const visit = (guard: Guard): void => {
    if ('fact' in guard) {
      const last = 'is' in guard ? 0 : lastIn(guard);
      subject.facts.set(guard.fact, Math.max(last, subject.facts.get(guard.fact) ?? 0));
    } else if ('knows' in guard) subject.finds.add(guard.knows);
    else if ('minutes' in guard) subject.minutes = Math.max(subject.minutes, lastIn(guard.minutes));
    else if ('all' in guard) guard.all.forEach(visit);
    else if ('any' in guard) guard.any.forEach(visit);
    else if ('not' in guard) visit(guard.not);
  };
  guards.forEach(visit);
  return subject;
}

/** Something that may be done between two moments, and what is found out by it. */
export interface Change {
  to: number;
  done: Effects[];
  learns?: string | undefined;
  /** The same for changes that do the same. */
  sort: number;
}

/**
 * All changes by the moment that they start from; each condition on the way is noted. Where moments count
 * as one, somebody in one of them may still find out what somebody in another knows: that is listed too,
 * as a change that leads nowhere.
 */
export function changesIn(scenario: Scenario, { moments, steps }: Graph, note: Note): Change[][] {
  const watched = watchedFrom(scenario);
  const changes: Change[][] = moments.map(() => []);
  const sortOf = sorter();
  const add = (from: number, to: number, done: Effects[], learns?: string) =>
    changes[from]!.push({ to, done, learns, sort: sortOf(done, learns) });
  for (const { from, move, to } of steps) {
    const ways = whatFollows(scenario, moments[from]!, move, note);
    const there = placeOf(scenesAt(moments[to]!));
    for (const { scenes, done } of ways)
      if (ways.length === 1 || placeOf(scenes) === there)
        add(from, to, done, move.type === 'find' ? move.choice : undefined);
  }
  moments.forEach(({ scene, world }, at) => {
    for (const [name, find] of Object.entries(scenario.scenes[scene]!.finds ?? {}))
      if (world.known.includes(name) && !watched.get(scene)!.finds.has(name))
        add(at, at, [find], name);
  });
  return changes;
}

const placeOf = (scenes: string[]) => scenes.toSorted().join(' ');

/** Numbers what is done, so that the same is worked out once. */
function sorter() {
  const names = new Map<Effects, number>();
  const sorts = new Map<string, number>();
  const numberIn = <Key>(map: Map<Key, number>, key: Key): number => {
    const known = map.get(key);
    if (known !== undefined) return known;
    map.set(key, map.size);
    return map.size - 1;
  };
  return (done: Effects[], learns = ''): number =>
    numberIn(sorts, `${learns} ${done.map((one) => numberIn(names, one)).join()}`);
}

/** The worlds that somebody may be in at each moment of a graph, as far as some subject goes. */
export function possibleWorlds(
  scenario: Scenario,
  { moments }: Graph,
  changes: readonly (readonly Change[])[],
  subject: Subject,
): World[][] {
  const declared = factsOf(scenario);
  const facts = Object.fromEntries(
    [...subject.facts.keys()].map((name) => [name, declared[name]!]),
  );
  const numbers = new Map<string, number>();
  const worlds: World[] = [];
  const numberOf = (world: World): number => {
    const kept = keep(world, subject, facts);
    const key = JSON.stringify(kept);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, worlds.length);
    return worlds.push(kept) - 1;
  };
  const tables: number[][] = [];
  const after = (world: number, { sort, done, learns }: Change): number => {
    const table = (tables[sort] ??= []);
    const learnt = () => applyEffects(worlds[world]!, {}, facts, learns);
    return (table[world] ??= numberOf(
      done.reduce((now, one) => applyEffects(now, one, facts), learnt()),
    ));
  };

  const first = numberOf(moments[0]!.world);
  // Few worlds differ as far as one subject goes, so a list is quicker than a set.
  const found: number[][] = moments.map(() => []);
  found[0]!.push(first);
  const waiting: [number, number][] = [[0, first]];
  for (let pair = waiting.pop(); pair; pair = waiting.pop()) {
    const [at, world] = pair;
    for (const change of changes[at]!) {
      const next = after(world, change);
      if (found[change.to]!.includes(next)) continue;
      found[change.to]!.push(next);
      waiting.push([change.to, next]);
    }
  }
  return found.map((all) => all.map((number) => worlds[number]!));
}

/** A world with nothing in it but the subject. */
const keep = (world: World, subject: Subject, facts: Record<string, Fact>): World => ({
  facts: Object.fromEntries(
    [...subject.facts].map(([name, last]) => {
      const value = world.facts[name]!;
      return [name, 'timer' in facts[name]! ? Math.min(Number(value), last) : value];
    }),
  ),
  known: world.known.filter((name) => subject.finds.has(name)).sort(),
  minutes: Math.min(world.minutes, subject.minutes),
});
