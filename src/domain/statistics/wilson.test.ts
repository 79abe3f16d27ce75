import { expect, test } from 'vitest';
import { wilsonInterval } from './wilson.ts';

test.each([
  [81, 263, 0.2553, 0.3662],
  [0, 20, 0, 0.1611],
  [20, 20, 0.8389, 1],
])('%i of %i', (count, of, low, high) => {
  const found = wilsonInterval(count, of);
  expect(found[0]).toBeCloseTo(low, 4);
  expect(found[1]).toBeCloseTo(high, 4);
});
