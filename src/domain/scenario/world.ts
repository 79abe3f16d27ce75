import { z } from 'zod';
import { FactName, Id } from './words.ts';

/** What is so in the story at one moment: the context of the machine. */
export interface World {
  /** Flags, bounded counters and timers, by name. */
  facts: Record<string, boolean | number>;
  /** Finds the worker has looked at or asked about, in the order found. */
  known: string[];
  /** Story minutes since the scenario began. */
  minutes: number;
  /** The strand that the worker attends to, while a story has several at once. */
  at?: string | undefined;
  /** Interruptions that have come. Each comes once. */
  happened?: string[];
}

/** A fact of the world: a flag, a counter that must stay between two bounds, or a timer. */
export const Fact = z.union([
  z.strictObject({ flag: z.boolean(), about: z.string().min(1) }),
  z.strictObject({
    counter: z.tuple([z.int(), z.int()]),
    start: z.int(),
    about: z.string().min(1),
  }),
  /** Minutes since something began: -1 until a move sets it, then the story clock adds to it, up to this many. */
  z.strictObject({ timer: z.int().min(1).max(600), about: z.string().min(1) }),
]);
export type Fact = z.infer<typeof Fact>;

/** A timer that nobody has started. */
const stopped = -1;

const timers = new WeakMap<Record<string, Fact>, [name: string, most: number][]>();

/** The timers among facts, and where each ends. */
function timersIn(facts: Record<string, Fact>): [name: string, most: number][] {
  const known = timers.get(facts);
  if (known) return known;
  const found = Object.entries(facts).flatMap(([name, fact]): [string, number][] =>
    'timer' in fact ? [[name, fact.timer]] : [],
  );
  timers.set(facts, found);
  return found;
}

/** What a move does to the world. Part of every move, so its fields are spread into each. */
export const effects = {
  /** Story minutes that the move takes. */
  minutes: z.int().min(0).max(600).optional(),
  /** Facts given a new value. A timer set to 0 starts, one set to -1 stops. */
  set: z.record(FactName, z.union([z.boolean(), z.int()])).optional(),
  /** Counters moved up or down. Leaving the bounds is a mistake the checker reports. */
  add: z.record(FactName, z.int()).optional(),
  /** The strand that the worker turns to with this move, while several things go on at once. */
  turns: Id.optional(),
};
export type Effects = {
  minutes?: number | undefined;
  set?: Record<string, boolean | number> | undefined;
  add?: Record<string, number> | undefined;
  turns?: string | undefined;
};

/** The value a fact has before anything has happened. */
export const firstValue = (fact: Fact): boolean | number =>
  'flag' in fact ? fact.flag : 'counter' in fact ? fact.start : stopped;

/** The world before anything has happened. */
export const firstWorld = (facts: Record<string, Fact>): World => ({
  facts: Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, firstValue(fact)])),
  known: [],
  minutes: 0,
});

/**
 * The world after a move: sets first, then additions, then the clock, which also runs every timer that
 * has been started. A move may also teach something, or turn the worker to another strand.
 */
export function applyEffects(
  world: World,
  move: Effects,
  facts: Record<string, Fact>,
  learns?: string,
): World {
  const minutes = move.minutes ?? 0;
  const timers = minutes ? timersIn(facts) : [];
  // Worlds are many where a scenario is explored, so what does not change is not copied.
  const values =
    move.set || move.add || timers.length ? { ...world.facts, ...move.set } : world.facts;
  for (const name in move.add) values[name] = Number(values[name]) + move.add[name]!;
  for (const [name, most] of timers)
    if (Number(values[name]) >= 0) values[name] = Math.min(Number(values[name]) + minutes, most);
  const known = learns && !world.known.includes(learns) ? [...world.known, learns] : world.known;
  return {
    ...world,
    facts: values,
    known,
    minutes: world.minutes + minutes,
    ...(move.turns && { at: move.turns }),
  };
}

/** The least and the greatest value of a counter or a timer; a flag has none. */
export const boundsOf = (fact: Fact): [number, number] | undefined =>
  'flag' in fact ? undefined : 'counter' in fact ? fact.counter : [stopped, fact.timer];

/** Whether a value of a counter or a timer is within its bounds. */
export function isWithin(fact: Fact, value: boolean | number | undefined): boolean {
  const bounds = boundsOf(fact);
  return !bounds || (Number(value) >= bounds[0] && Number(value) <= bounds[1]);
}
