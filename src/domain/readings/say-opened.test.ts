import { expect, test } from 'vitest';
import { sayOpened } from './say-opened.ts';

test.each([
  ['profile', 'The profile'],
  ['competency IP-03', 'One competency of the profile'],
  ['next role', 'What the next role needs'],
  ['reasons 0193', 'Reasons written in a scenario'],
  ['constructor', 'The record'],
  ['constructor 1', 'The record'],
  ['', 'The record'],
])('%j: %s', (page, said) => {
  expect(sayOpened(page)).toBe(said);
});
