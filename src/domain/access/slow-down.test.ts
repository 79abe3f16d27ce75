import { expect, test } from 'vitest';
import { secondsToWait, waitAfter } from './slow-down.ts';

test('the wait begins after five failures and doubles up to fifteen minutes', () => {
  const waits = [0, 1, 4, 5, 6, 7, 8, 9, 10, 11, 50, 5000].map((failures) => waitAfter(failures));
  expect(waits).toEqual([0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900, 900]);
});

test('the wait runs from the last failure, and rounds up', () => {
  const last = '2026-11-21T09:00:00.000Z';
  expect(secondsToWait(5, last, '2026-11-21T09:00:00.000Z')).toBe(30);
  expect(secondsToWait(5, last, '2026-11-21T09:00:29.500Z')).toBe(1);
  expect(secondsToWait(5, last, '2026-11-21T09:00:30.000Z')).toBe(0);
  expect(secondsToWait(4, last, '2026-11-21T09:00:00.000Z')).toBe(0);
});
