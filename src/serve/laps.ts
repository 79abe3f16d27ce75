/** How often a lap is due (ms). */
export const lapEvery = 100;

/** How late a lap may be (ms) while so many requests come in it, before those that come next are turned away. */
export const lateMs = 500;
export const manyInALap = 100;

/**
 * Whether work comes in faster than it is done. One process does one thing at a time, so what waits is
 * not yet counted by anybody: it shows in laps that end late with many requests in them. A lap that is
 * late with few in it is a slow machine or one long task, and no reason to turn anybody away.
 */
export interface Laps {
  /** A request has come. */
  arrive(): void;
  /** A lap has ended. */
  tick(): void;
  isBehind(): boolean;
}

/** Counts laps by a clock of its own. Whoever starts it lets `tick` be called every `lapEvery` ms. */
export function countLaps(now: () => number = () => performance.now()): Laps {
  let due = now() + lapEvery;
  let arrived = 0;
  let behind = false;
  return {
    arrive: () => void (arrived += 1),
    tick() {
      behind = now() - due > lateMs && arrived >= manyInALap;
      due = now() + lapEvery;
      arrived = 0;
    },
    isBehind: () => behind,
  };
}

/** Counts laps for as long as the process runs; it keeps none from ending. */
export function startLaps(): Laps {
  const laps = countLaps();
  setInterval(laps.tick, lapEvery).unref();
  return laps;
}
