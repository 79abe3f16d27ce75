import type { Prose } from './prose.ts';
import { sayGuard } from './say-guard.ts';
import { factsOf, type Scenario } from './schema.ts';
import { back, branchesOf, type Target } from './target.ts';
import type { Effects } from './world.ts';

/** A part of a text, with the condition under which it is told. */
export interface ToldPart {
  when?: string;
  /** Markdown. */
  text: string;
}

/** Every part of a text, whatever the world: for who reads all of a scenario at once. */
export function tellAll(prose: Prose | undefined, scenario: Scenario): ToldPart[] {
  if (prose === undefined) return [];
  if (typeof prose === 'string') return [{ text: prose.trim() }];
  return prose.map((part) => {
    if (typeof part === 'string') return { text: part.trim() };
    const text = part.text.trim();
    return part.when ? { when: sayGuard(part.when, scenario), text } : { text };
  });
}

/** Where a way leads. */
export interface Leads {
  /** The scene; absent where it leads back to where one was. */
  to?: { id: string; number: number; title: string };
  when?: string;
  otherwise: boolean;
}

/** Gives a scene its number and its title, as the map has them. */
export type Naming = (id: string) => { id: string; number: number; title: string };

/** Where a move leads, branch by branch, in the order they are tried. */
export function sayTarget(target: Target, scenario: Scenario, naming: Naming): Leads[] {
  const branches = branchesOf(target);
  return branches.map(({ to, when }) => ({
    ...(to !== back && { to: naming(to) }),
    ...(when && { when: sayGuard(when, scenario) }),
    otherwise: branches.length > 1 && !when,
  }));
}

const bare = (text: string) => text.trim().replace(/\.$/, '');

/** What a move changes, in words: facts, attention and minutes. */
export function sayEffects({ minutes, set, add, turns }: Effects, scenario: Scenario): string[] {
  const facts = factsOf(scenario);
  const about = (name: string) => bare(facts[name]?.about ?? name);
  const says: string[] = [];
  if (minutes) says.push(`Takes ${minutes} minute${minutes === 1 ? '' : 's'}`);
  for (const [name, value] of Object.entries(set ?? {})) {
    const fact = facts[name];
    if (fact && 'timer' in fact && typeof value === 'number')
      says.push(`${about(name)}: ${value < 0 ? 'stops' : `counts from ${value}`}`);
    else if (typeof value === 'number') says.push(`${about(name)}: becomes ${value}`);
    else says.push(value ? `Now so: ${about(name)}` : `No longer so: ${about(name)}`);
  }
  for (const [name, by] of Object.entries(add ?? {}))
    says.push(`${about(name)}: ${by < 0 ? 'down' : 'up'} by ${Math.abs(by)}`);
  if (turns !== undefined) says.push(`Turns to: ${turns.replaceAll('-', ' ')}`);
  return says;
}

/** A move in words: what it is, when it can be made, what it changes and where it leads. */
export interface OutlineMove {
  label: string;
  when?: string;
  changes: string[];
  /** What is told once it is made. */
  tells: ToldPart[];
  leads: Leads[];
}
