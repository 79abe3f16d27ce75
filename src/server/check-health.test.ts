import { expect, test } from 'vitest';
import { checkHealth } from './check-health.ts';

test.each([
  ['an answer in time', () => Promise.resolve('1'), true],
  ['a refusal', () => Promise.reject(new Error('no such file')), false],
  ['no answer in time', () => new Promise(() => undefined), false],
])('%s', async (_, ask, healthy) => {
  expect(await checkHealth(ask, 20)).toBe(healthy);
});
