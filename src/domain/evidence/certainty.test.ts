import { describe, expect, test } from 'vitest';
import { effectiveAnchors, probabilityMeets } from './certainty.ts';

describe('probabilityMeets', () => {
  test.each([
    [3, 4, 0.5529],
    [6, 8, 0.6003],
    [7, 8, 0.8625],
    [8, 8, 0.9848],
    [12, 15, 0.7973],
  ])('credit %d of %d anchors, cut 0.7: %d', (credit, anchors, expected) => {
    expect(probabilityMeets(credit, anchors, 0.7)).toBeCloseTo(expected, 4);
  });
  test('more credit never makes it less, and it stays between 0 and 1', () => {
    let before = 0;
    for (let credit = 0; credit <= 8; credit += 0.25) {
      const now = probabilityMeets(credit, 8, 0.7);
      expect(now).toBeGreaterThan(before);
      expect(now).toBeLessThan(1);
      before = now;
    }
  });
});

describe('effectiveAnchors', () => {
  test.each([
    [1, 0.2, 1],
    [2, 0.2, 2 / 1.2],
    [4, 0.2, 2.5],
    [6, 0.2, 3],
    [4, 0, 4],
    [4, 1, 1],
  ])('%d in one scenario, correlated by %d, count as %d', (anchors, correlation, expected) => {
    expect(effectiveAnchors(anchors, correlation)).toBeCloseTo(expected, 12);
  });
});
