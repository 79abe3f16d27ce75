import { expect, test } from 'vitest';
import { atMost } from './at-most.ts';

test('never more than the limit at once, in order, and a failure frees its place', async () => {
  const run = atMost(2);
  let now = 0;
  let most = 0;
  const begun: number[] = [];
  const task = (n: number) => async () => {
    begun.push(n);
    now += 1;
    most = Math.max(most, now);
    await new Promise((done) => setTimeout(done, 2));
    now -= 1;
    if (n === 1) throw new Error('one fails');
    return n;
  };
  const outcomes = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((n) => run(task(n))));
  expect(most).toBe(2);
  expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
  expect(outcomes.map((outcome) => outcome.status)).toEqual(
    [0, 1, 2, 3, 4, 5].map((n) => (n === 1 ? 'rejected' : 'fulfilled')),
  );
});
