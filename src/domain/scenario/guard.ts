import { z } from 'zod';
import { FactName, Id } from './words.ts';
import type { World } from './world.ts';

const bound = z.int();

/** A condition on the world, written as data. */
export type Guard =
  | { fact: string; is: boolean }
  | { fact: string; 'at-least'?: number | undefined; 'at-most'?: number | undefined }
  | { knows: string }
  | { attending: string }
  | { minutes: { 'at-least'?: number | undefined; 'at-most'?: number | undefined } }
  | { all: Guard[] }
  | { any: Guard[] }
  | { not: Guard };

export const Guard: z.ZodType<Guard> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ fact: FactName, is: z.boolean() }),
      z.strictObject({ fact: FactName, 'at-least': bound.optional(), 'at-most': bound.optional() }),
      z.strictObject({ knows: Id }),
      z.strictObject({ attending: Id }),
      z.strictObject({
        minutes: z.strictObject({ 'at-least': bound.optional(), 'at-most': bound.optional() }),
      }),
      z.strictObject({ all: z.array(Guard).min(1) }),
      z.strictObject({ any: z.array(Guard).min(1) }),
      z.strictObject({ not: Guard }),
    ],
    {
      error:
        'a condition is one of: {fact, is}, {fact, at-least, at-most}, {knows}, {attending}, {minutes: {at-least, at-most}}, {all}, {any}, {not}',
    },
  ),
);

const within = (
  value: number,
  range: { 'at-least'?: number | undefined; 'at-most'?: number | undefined },
) => value >= (range['at-least'] ?? -Infinity) && value <= (range['at-most'] ?? Infinity);

/** Whether a condition holds in a world. An absent condition always holds. */
export function holds(guard: Guard | undefined, world: World): boolean {
  if (!guard) return true;
  if ('is' in guard) return world.facts[guard.fact] === guard.is;
  if ('fact' in guard) return within(Number(world.facts[guard.fact]), guard);
  if ('knows' in guard) return world.known.includes(guard.knows);
  if ('attending' in guard) return world.at === guard.attending;
  if ('minutes' in guard) return within(world.minutes, guard.minutes);
  if ('all' in guard) return guard.all.every((part) => holds(part, world));
  if ('any' in guard) return guard.any.some((part) => holds(part, world));
  return !holds(guard.not, world);
}
