import { describe, expect, test } from 'vitest';
import { tinyScenario } from '../../../tests/support/tiny-scenario.ts';
import type { Guard } from './guard.ts';
import { sayGuard } from './say-guard.ts';

const scenario = tinyScenario(
  {
    hall: {
      finds: {
        plan: { kind: 'look', label: 'Read the plan', tells: 'It says.', note: 'The plan.' },
      },
      next: { label: 'Go on', to: 'end' },
    },
    end: { ending: 'well' },
  },
  {
    facts: {
      wet: { flag: false, about: 'The floor is wet.' },
      trust: { counter: [0, 4], start: 1, about: 'How far Ada trusts you.' },
      alone: { timer: 15, about: 'Minutes that Ada has been alone.' },
    },
  },
);

describe('a condition in plain words', () => {
  test.each<[Guard, string]>([
    [{ fact: 'wet', is: true }, 'The floor is wet'],
    [{ fact: 'wet', is: false }, 'not so: The floor is wet'],
    [{ not: { fact: 'wet', is: true } }, 'not so: The floor is wet'],
    [{ not: { fact: 'wet', is: false } }, 'The floor is wet'],
    [{ fact: 'trust', 'at-least': 3 }, 'How far Ada trusts you: 3 or more'],
    [{ fact: 'trust', 'at-most': 1 }, 'How far Ada trusts you: 1 or less'],
    [{ fact: 'trust', 'at-least': 2, 'at-most': 2 }, 'How far Ada trusts you: exactly 2'],
    [{ fact: 'trust', 'at-least': 1, 'at-most': 3 }, 'How far Ada trusts you: 1 to 3'],
    [{ not: { fact: 'trust', 'at-least': 3 } }, 'How far Ada trusts you: 2 or less'],
    [
      { not: { fact: 'trust', 'at-least': 1, 'at-most': 3 } },
      'How far Ada trusts you: 0 or less; or How far Ada trusts you: 4 or more',
    ],
    [{ fact: 'alone', 'at-least': 0 }, 'Minutes that Ada has been alone: running'],
    [{ fact: 'alone', 'at-most': -1 }, 'Minutes that Ada has been alone: not running'],
    [{ not: { fact: 'alone', 'at-least': 0 } }, 'Minutes that Ada has been alone: not running'],
    [{ fact: 'alone', 'at-least': 5 }, 'Minutes that Ada has been alone: 5 or more'],
    [{ knows: 'plan' }, 'done: Read the plan'],
    [{ not: { knows: 'plan' } }, 'not done: Read the plan'],
    [{ attending: 'the-fall' }, 'attention is on the fall'],
    [{ not: { attending: 'the-fall' } }, 'attention is not on the fall'],
    [{ minutes: { 'at-least': 10 } }, 'minutes since the start: 10 or more'],
    [{ not: { minutes: { 'at-least': 10 } } }, 'minutes since the start: 9 or less'],
    [{ all: [{ fact: 'wet', is: true }] }, 'The floor is wet'],
    [
      { all: [{ fact: 'wet', is: true }, { knows: 'plan' }] },
      'The floor is wet; and done: Read the plan',
    ],
    [
      { not: { all: [{ fact: 'wet', is: true }, { knows: 'plan' }] } },
      'not so: The floor is wet; or not done: Read the plan',
    ],
    [
      {
        all: [
          { knows: 'plan' },
          {
            any: [
              { fact: 'wet', is: true },
              { fact: 'trust', 'at-least': 2 },
            ],
          },
        ],
      },
      'done: Read the plan; and (The floor is wet; or How far Ada trusts you: 2 or more)',
    ],
  ])('%j', (guard, words) => {
    expect(sayGuard(guard, scenario)).toBe(words);
  });

  test('of a fact that nobody declared still names it', () => {
    expect(sayGuard({ fact: 'lost', is: true }, scenario)).toBe('lost');
    expect(sayGuard({ knows: 'gone' }, scenario)).toBe('done: gone');
  });
});
