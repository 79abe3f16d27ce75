import { describe, expect, test } from 'vitest';
import { alpha, difficulty, errorOfMeasurement, itemTotal } from './items.ts';

/** Wuensch's ten people by ten items, as in the method §10. */
const scores =
  '1111110110 1011011101 1111011001 0010001000 0000010010 1110111111 1101110111 1111111101 0101111101 1101101110'
    .split(' ')
    .map((row) => [...row].map(Number));

test('items hang together as Kuder and Richardson say', () => {
  expect(alpha(scores)).toBeCloseTo(0.6963, 4);
});

test('its error of measurement goes with it', () => {
  expect(errorOfMeasurement(scores, 0.6963)).toBeGreaterThan(0);
  expect(errorOfMeasurement(scores, 1)).toBe(0);
});

describe('an item and the total of the others', () => {
  test.each([
    [1, 0.7059],
    [3, 0],
    [7, -0.0274],
    [9, -0.1236],
  ])('item %i', (item, r) => {
    expect(itemTotal(scores, item - 1)).toBeCloseTo(r, 4);
  });

  test('says nothing of an item that everybody scores alike', () => {
    expect(
      itemTotal(
        [
          [1, 0],
          [1, 1],
          [1, 0],
        ],
        0,
      ),
    ).toBeUndefined();
  });
});

test('nothing is said of one item, or of people who are all alike', () => {
  expect(alpha([[1], [0]])).toBeUndefined();
  expect(
    alpha([
      [1, 0],
      [1, 0],
    ]),
  ).toBeUndefined();
});

test('difficulty is the mean of what was scored', () => {
  expect(difficulty(scores, 0)).toBe(0.7);
});
