import { describe, expect, test } from 'vitest';
import { cohenKappa, exactAgreement, tabulate, type Weighting } from './agreement.ts';

const two = [
  [20, 5],
  [10, 15],
];
const three = [
  [46, 0, 0],
  [4, 40, 0],
  [0, 0, 10],
];

describe('kappa', () => {
  test.each<[string, number[][], Weighting, number]>([
    ['two categories', two, 'none', 0.4],
    ['two categories weigh alike', two, 'quadratic', 0.4],
    ['three categories', three, 'none', 0.9315],
    ['three categories, by steps', three, 'linear', 0.9412],
    ['three categories, by squares', three, 'quadratic', 0.9541],
  ])('%s', (_, table, weighting, kappa) => {
    expect(cohenKappa(table, weighting)).toBeCloseTo(kappa, 4);
  });

  test('says nothing where both only ever said one thing', () => {
    expect(
      cohenKappa(
        [
          [7, 0],
          [0, 0],
        ],
        'none',
      ),
    ).toBeUndefined();
  });

  test('is 1 for raters who are always alike, and below 0 for opposites', () => {
    expect(
      cohenKappa(
        tabulate(
          [
            [1, 1],
            [3, 3],
            [2, 2],
          ],
          3,
        ),
        'quadratic',
      ),
    ).toBe(1);
    expect(
      cohenKappa(
        tabulate(
          [
            [1, 3],
            [3, 1],
          ],
          3,
        ),
        'quadratic',
      ),
    ).toBe(-1);
  });
});

test('exact agreement is the share of the diagonal', () => {
  expect(exactAgreement(two)).toBe(0.7);
  expect(exactAgreement(three)).toBe(0.96);
});

test('pairs are counted by what each rater said', () => {
  expect(
    tabulate(
      [
        [1, 2],
        [1, 2],
        [3, 3],
      ],
      3,
    ),
  ).toEqual([
    [0, 2, 0],
    [0, 0, 0],
    [0, 0, 1],
  ]);
});
