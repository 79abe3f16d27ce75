/** Chance that is the same for the same seed (mulberry32): what a torture did can be done again. */
export interface Chance {
  /** A number from 0 up to, but not including, 1. */
  number(): number;
  /** A whole number from 0 up to, but not including, this one. */
  below(most: number): number;
  pick<Item>(items: readonly Item[]): Item;
}

export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (most: number) => Math.floor(number() * most);
  return { number, below, pick: (items) => items[below(items.length)]! };
}
