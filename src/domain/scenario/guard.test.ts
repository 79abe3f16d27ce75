import { describe, expect, test } from 'vitest';
import { Guard, holds } from './guard.ts';
import type { World } from './world.ts';

const world: World = {
  facts: { wet: true, told: false, trust: 3 },
  known: ['plan'],
  minutes: 10,
};

describe('holds', () => {
  test.each<[string, Guard | undefined, boolean]>([
    ['no condition', undefined, true],
    ['a flag that is so', { fact: 'wet', is: true }, true],
    ['a flag that is not so', { fact: 'told', is: true }, false],
    ['a flag asked for as false', { fact: 'told', is: false }, true],
    ['a counter at its least', { fact: 'trust', 'at-least': 3 }, true],
    ['a counter under its least', { fact: 'trust', 'at-least': 4 }, false],
    ['a counter at its most', { fact: 'trust', 'at-most': 3 }, true],
    ['a counter over its most', { fact: 'trust', 'at-most': 2 }, false],
    ['a counter between both', { fact: 'trust', 'at-least': 2, 'at-most': 4 }, true],
    ['something known', { knows: 'plan' }, true],
    ['something not known', { knows: 'card' }, false],
    ['minutes at their least', { minutes: { 'at-least': 10 } }, true],
    ['minutes not yet there', { minutes: { 'at-least': 11 } }, false],
    ['minutes at their most', { minutes: { 'at-most': 10 } }, true],
    ['minutes past their most', { minutes: { 'at-most': 9 } }, false],
    ['all of two', { all: [{ knows: 'plan' }, { fact: 'wet', is: true }] }, true],
    ['all with one that fails', { all: [{ knows: 'plan' }, { knows: 'card' }] }, false],
    ['any of two', { any: [{ knows: 'card' }, { knows: 'plan' }] }, true],
    ['any with none', { any: [{ knows: 'card' }, { fact: 'told', is: true }] }, false],
    ['not', { not: { knows: 'card' } }, true],
    ['not of what holds', { not: { any: [{ knows: 'plan' }] } }, false],
  ])('%s', (_, guard, expected) => {
    expect(holds(guard, world)).toBe(expected);
  });
});

describe('Guard as written', () => {
  test.each<[string, unknown, boolean]>([
    ['a flag', { fact: 'wet', is: true }, true],
    ['a counter', { fact: 'trust', 'at-least': 1 }, true],
    ['one inside another', { not: { all: [{ knows: 'plan' }] } }, true],
    ['a flag and a bound at once', { fact: 'wet', is: true, 'at-least': 1 }, false],
    ['an empty all', { all: [] }, false],
    ['half a minute', { minutes: { 'at-least': 0.5 } }, false],
    ['a name with capitals', { knows: 'Care Plan' }, false],
    ['a field nobody knows', { knows: 'plan', since: 3 }, false],
    ['a text', 'wet', false],
  ])('%s', (_, written, good) => {
    expect(Guard.safeParse(written).success).toBe(good);
  });
});
