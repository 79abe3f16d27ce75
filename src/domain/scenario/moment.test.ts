import { describe, expect, test } from 'vitest';
import { decision, option, tinyScenario } from '../../../tests/support/tiny-scenario.ts';
import { firstMoment, movesAt, nextMoment } from './moment.ts';
import { toMachine, type Move } from './to-machine.ts';

const plan = {
  kind: 'look' as const,
  label: 'Read the plan',
  tells: 'It says.',
  note: 'The plan.',
};
const scenario = tinyScenario(
  {
    hall: {
      finds: { plan, drawer: { ...plan, when: { knows: 'plan' } } },
      decision: decision({
        go: option('walk'),
        ask: option('walk', { when: { knows: 'drawer' } }),
      }),
    },
    walk: { finds: { bell: plan }, next: { label: 'Go on', to: 'end' } },
    end: { ending: 'mixed' },
  },
  { facts: { wet: { flag: false, about: 'The floor is wet' } } },
);
const machine = toMachine(scenario);
const first = firstMoment(machine);

test('the first moment is the start in the first world', () => {
  expect(first).toEqual({ scene: 'hall', world: { facts: { wet: false }, known: [], minutes: 0 } });
});

describe('movesAt', () => {
  const words = (moves: Move[]) => moves.map((move) => `${move.type} ${move.choice}`.trim());
  test.each([
    ['hall', [], ['find plan', 'decide go']],
    ['hall', ['plan'], ['find drawer', 'decide go']],
    ['hall', ['plan', 'drawer'], ['decide go', 'decide ask']],
    ['walk', [], ['find bell', 'go-on']],
    ['walk', ['bell'], ['go-on']],
    ['end', [], []],
    ['nowhere', [], []],
  ])('in %s, knowing %j: %j', (scene, known, expected) => {
    expect(words(movesAt(scenario, { scene, world: { ...first.world, known } }))).toEqual(expected);
  });

  test('each of them is one that the machine takes, and no other', () => {
    const every: Move[] = [
      ...['plan', 'drawer', 'bell'].map((choice) => ({ type: 'find' as const, choice })),
      ...['go', 'ask'].map((choice) => ({ type: 'decide' as const, choice })),
      { type: 'go-on', choice: '' },
    ];
    for (const scene of ['hall', 'walk', 'end'])
      for (const known of [[], ['plan'], ['plan', 'drawer']]) {
        const moment = { scene, world: { ...first.world, known } };
        const taken = every.filter((move) => nextMoment(machine, moment, move));
        expect(words(taken).sort()).toEqual(words(movesAt(scenario, moment)).sort());
      }
  });
});

test.each([
  ['an option of no scene', { type: 'decide', choice: 'nothing' }],
  ['a find taken as an option', { type: 'decide', choice: 'plan' }],
  ['an option taken as a find', { type: 'find', choice: 'go' }],
  ['going on with a decision to make', { type: 'go-on', choice: '' }],
  ['a name from the language itself', { type: 'decide', choice: 'constructor' }],
  ['a wildcard', { type: 'decide', choice: '*' }],
  ['no name', { type: 'decide', choice: '' }],
] as [string, Move][])('no moment follows %s', (_, move) => {
  expect(nextMoment(machine, first, move)).toBeUndefined();
});

test('a moment is left as it was by the move made in it, and can be kept as JSON', () => {
  const kept = structuredClone(first);
  const after = nextMoment(machine, first, { type: 'find', choice: 'plan' })!;
  expect(first).toEqual(kept);
  expect(JSON.parse(JSON.stringify(after))).toEqual(after);
});
