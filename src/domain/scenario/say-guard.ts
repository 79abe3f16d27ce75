import type { Guard } from './guard.ts';
import { factsOf, type Scenario } from './schema.ts';
import type { Fact } from './world.ts';

type Bounds = { 'at-least'?: number | undefined; 'at-most'?: number | undefined };

const bare = (text: string) => text.trim().replace(/\.$/, '');

function sayBounds({ 'at-least': least, 'at-most': most }: Bounds): string {
  if (least !== undefined && least === most) return `exactly ${least}`;
  if (least !== undefined && most !== undefined) return `${least} to ${most}`;
  if (least !== undefined) return `${least} or more`;
  return most === undefined ? 'anything' : `${most} or less`;
}

function sayFact(name: string, fact: Fact | undefined, bounds: Bounds): string {
  const about = bare(fact?.about ?? name);
  const { 'at-least': least, 'at-most': most } = bounds;
  // A timer stands at -1 until something starts it.
  if (fact && 'timer' in fact && least === 0 && most === undefined) return `${about}: running`;
  if (fact && 'timer' in fact && (most ?? 0) < 0) return `${about}: not running`;
  return `${about}: ${sayBounds(bounds)}`;
}

function findLabel(scenario: Scenario, name: string): string {
  for (const scene of Object.values(scenario.scenes)) {
    const find = scene.finds?.[name];
    if (find) return find.label;
  }
  return name;
}

/** The bounds that hold exactly where others do not: a part below and a part above them. */
function outside({ 'at-least': least, 'at-most': most }: Bounds): Bounds[] {
  return [
    ...(least === undefined ? [] : [{ 'at-most': least - 1 }]),
    ...(most === undefined ? [] : [{ 'at-least': most + 1 }]),
  ];
}

const sayMinutes = (bounds: Bounds) => `minutes since the start: ${sayBounds(bounds)}`;

/**
 * A condition in plain words, made of what the scenario says its facts are about. Negation is carried
 * inward, so that no reader has to undo a bracket of it.
 */
export function sayGuard(guard: Guard, scenario: Scenario, denied = false): string {
  const join = (parts: string[], all: boolean) =>
    parts.length === 1 ? parts[0]! : parts.join(all ? '; and ' : '; or ');
  const sayAll = (guards: Guard[], all: boolean): string =>
    join(
      guards.map((part) => {
        const words = sayGuard(part, scenario, denied);
        const mixes = guards.length > 1 && words.includes(all ? '; or ' : '; and ');
        return mixes ? `(${words})` : words;
      }),
      all,
    );
  const sayRange = (bounds: Bounds, say: (one: Bounds) => string) =>
    join((denied ? outside(bounds) : [bounds]).map(say), false);

  if ('is' in guard) {
    const about = bare(factsOf(scenario)[guard.fact]?.about ?? guard.fact);
    return guard.is === denied ? `not so: ${about}` : about;
  }
  if ('fact' in guard)
    return sayRange(guard, (one) => sayFact(guard.fact, factsOf(scenario)[guard.fact], one));
  if ('knows' in guard)
    return `${denied ? 'not done' : 'done'}: ${bare(findLabel(scenario, guard.knows))}`;
  if ('attending' in guard)
    return `${denied ? 'attention is not on' : 'attention is on'} ${sayName(guard.attending)}`;
  if ('minutes' in guard) return sayRange(guard.minutes, sayMinutes);
  if ('all' in guard) return sayAll(guard.all, !denied);
  if ('any' in guard) return sayAll(guard.any, denied);
  return sayGuard(guard.not, scenario, !denied);
}

/** An id such as "on-the-floor" as the words it is made of. */
export const sayName = (id: string): string => id.replaceAll('-', ' ');
