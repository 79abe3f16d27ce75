import { z } from 'zod';
import { Id } from './words.ts';

/** What is so in the story at one moment: the context of the machine. */
export interface World {
  /** Flags and bounded counters, by name. */
  facts: Record<string, boolean | number>;
  /** Finds the worker has looked at or asked about, in the order found. */
  known: string[];
  /** Story minutes since the scenario began. */
  minutes: number;
}

/** A fact of the world: a flag, or a counter that must stay between two bounds. */
export const Fact = z.union([
  z.strictObject({ flag: z.boolean(), about: z.string().min(1) }),
  z.strictObject({
    counter: z.tuple([z.int(), z.int()]),
    start: z.int(),
    about: z.string().min(1),
  }),
]);
export type Fact = z.infer<typeof Fact>;

/** What a move does to the world. Part of every move, so its fields are spread into each. */
export const effects = {
  /** Story minutes that the move takes. */
  minutes: z.int().min(0).max(600).optional(),
  /** Facts given a new value. */
  set: z.record(Id, z.union([z.boolean(), z.int()])).optional(),
  /** Counters moved up or down. Leaving the bounds is a mistake the checker reports. */
  add: z.record(Id, z.int()).optional(),
};
export type Effects = {
  minutes?: number | undefined;
  set?: Record<string, boolean | number> | undefined;
  add?: Record<string, number> | undefined;
};

/** The world before anything has happened. */
export const firstWorld = (facts: Record<string, Fact>): World => ({
  facts: Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, 'flag' in fact ? fact.flag : fact.start]),
  ),
  known: [],
  minutes: 0,
});

/** The world after a move: sets first, then additions, then the clock. */
export function applyEffects(world: World, move: Effects, learns?: string): World {
  const facts = { ...world.facts, ...move.set };
  for (const [name, by] of Object.entries(move.add ?? {})) facts[name] = Number(facts[name]) + by;
  const known = learns && !world.known.includes(learns) ? [...world.known, learns] : world.known;
  return { facts, known, minutes: world.minutes + (move.minutes ?? 0) };
}

/** Whether a value of a counter is within its bounds. A flag has none. */
export const isWithin = (fact: Fact, value: boolean | number | undefined): boolean =>
  'flag' in fact || (Number(value) >= fact.counter[0] && Number(value) <= fact.counter[1]);
