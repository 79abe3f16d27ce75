import { mixName, numbersFrom } from '../attempt/shuffle.ts';

/** Numbers that look like chance and depend on nothing but a seed and a name. */
export interface Chance {
  /** From 0 up to 1. */
  next(): number;
  /** A whole number from the first up to the second, both included. */
  whole(from: number, to: number): number;
  /** True so often. */
  happens(share: number): boolean;
  /** Around nought, by a bell curve as wide as asked. */
  bell(width: number): number;
  /** One of several, each as often as its weight. */
  one<Item>(items: readonly Item[], weigh?: (item: Item) => number): Item;
}

/** A chance of its own for each name, so that one more drawn here changes nothing drawn elsewhere. */
export function chanceFor(seed: number, name: string): Chance {
  const next = numbersFrom(mixName(seed, name));
  // The first numbers of seeds that lie close together lie close together too.
  for (let skipped = 0; skipped < 5; skipped += 1) next();
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    happens: (share) => next() < share,
    bell: (width) => width * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    one(items, weigh = () => 1) {
      let left = next() * items.reduce((sum, item) => sum + weigh(item), 0);
      return items.find((item) => (left -= weigh(item)) < 0) ?? items.at(-1)!;
    },
  };
}
