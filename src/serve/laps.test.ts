import { expect, test } from 'vitest';
import { countLaps, lapEvery, lateMs, manyInALap } from './laps.ts';

/** Laps of so many ms with so many requests in each: whether it is behind after every one. */
const after = (...laps: [ms: number, requests: number][]) => {
  let time = 0;
  const counted = countLaps(() => time);
  return laps.map(([ms, requests]) => {
    for (let request = 0; request < requests; request += 1) counted.arrive();
    time += ms;
    counted.tick();
    return counted.isBehind();
  });
};
const late = lapEvery + lateMs + 1;

test('behind are laps that end late with many requests in them, and only they', () => {
  expect(after([late, manyInALap])).toEqual([true]);
  expect(after([late, manyInALap - 1])).toEqual([false]);
  expect(after([late - 1, 10 * manyInALap])).toEqual([false]);
  expect(after([60_000, 3])).toEqual([false]);
});

test('one lap in time and it takes people in again; what came before is not counted twice', () => {
  expect(after([late, manyInALap], [lapEvery, 900], [late, 5], [late, manyInALap])).toEqual([
    true,
    false,
    false,
    true,
  ]);
});
