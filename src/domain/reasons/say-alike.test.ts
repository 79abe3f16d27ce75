import { expect, test } from 'vitest';
import { sayAlike } from './say-alike.ts';

test.each([
  [1, 'All'],
  [0.97, 'Nearly all'],
  [0.72, 'About 7 in 10'],
  [0.04, 'Hardly any'],
  [0, 'None'],
])('%s alike is said as "%s"', (exact, words) => expect(sayAlike(exact)).toBe(words));
