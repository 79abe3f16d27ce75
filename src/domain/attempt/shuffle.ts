/** A small seeded generator (mulberry32): the same seed gives the same numbers on every machine. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a: folds a name into the seed, so that each scene has an order of its own. */
export function mixName(seed: number, name: string): number {
  let mixed = (seed ^ 0x811c9dc5) >>> 0;
  for (let at = 0; at < name.length; at += 1)
    mixed = Math.imul(mixed ^ name.charCodeAt(at), 0x01000193) >>> 0;
  return mixed;
}

/** Items in an order that depends on nothing but the seed and the name given with it. */
export function shuffle<Item>(items: readonly Item[], seed: number, name: string): Item[] {
  const next = numbersFrom(mixName(seed, name));
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
  }
  return shuffled;
}
