import { describe, expect, test } from 'vitest';
import {
  choiceOf,
  decision,
  option,
  play,
  tinyScenario,
} from '../../../tests/support/tiny-scenario.ts';
import { firstMoment } from './moment.ts';
import { toMachine } from './to-machine.ts';

const facts = {
  wet: { flag: false, about: 'The floor is wet' },
  trust: { counter: [0, 9] as [number, number], start: 3, about: 'Trust' },
};
const end = { ending: 'well' as const };
const plan = {
  kind: 'look' as const,
  label: 'Read the plan',
  tells: 'It says.',
  note: 'The plan.',
};

describe('a branch list', () => {
  const scenario = tinyScenario(
    {
      hall: {
        decision: decision({
          mop: option([{ when: { fact: 'wet', is: true }, to: 'wet' }, { to: 'dry' }], {
            set: { wet: true },
          }),
          wait: option([{ when: { minutes: { 'at-least': 5 } }, to: 'late' }, { to: 'dry' }], {
            minutes: 5,
          }),
          walk: option([{ when: { fact: 'wet', is: true }, to: 'wet' }, { to: 'dry' }]),
          praise: option(
            [
              { when: { fact: 'trust', 'at-least': 4 }, to: 'late' },
              { when: { fact: 'trust', 'at-least': 1 }, to: 'wet' },
              { to: 'dry' },
            ],
            { add: { trust: 1 } },
          ),
        }),
      },
      wet: end,
      dry: end,
      late: end,
    },
    { facts },
  );
  test.each([
    ['is chosen by a fact that the move itself sets', 'decide mop', 'wet'],
    ['is chosen by the minutes that the move itself takes', 'decide wait', 'late'],
    ['falls to the last one', 'decide walk', 'dry'],
    ['leads to the first of two that hold', 'decide praise', 'late'],
  ])('%s', (_, move, scene) => {
    expect(play(scenario, [move])?.scene).toBe(scene);
  });
  test('the effects are applied once', () => {
    expect(play(scenario, ['decide praise'])?.world.facts['trust']).toBe(4);
    expect(play(scenario, ['decide wait'])?.world.minutes).toBe(5);
  });
  test('of a scene in which nothing is decided is chosen after its effects too', () => {
    const walk = tinyScenario(
      {
        hall: {
          next: {
            label: 'Go on',
            set: { wet: true },
            to: [{ when: { fact: 'wet', is: true }, to: 'wet' }, { to: 'dry' }],
          },
        },
        wet: end,
        dry: end,
      },
      { facts },
    );
    expect(play(walk, ['go-on'])?.scene).toBe('wet');
  });
});

test('whether an option is offered is asked before its own effects', () => {
  const scenario = tinyScenario(
    {
      hall: {
        decision: decision({
          mop: option('end', { when: { fact: 'wet', is: true }, set: { wet: true } }),
          leave: option('end'),
        }),
      },
      end,
    },
    { facts },
  );
  expect(play(scenario, ['decide mop'])).toBeUndefined();
});

describe('what happens by itself', () => {
  const scenario = tinyScenario(
    {
      hall: {
        happens: [
          { when: { minutes: { 'at-least': 5 } }, set: { wet: true }, minutes: 2, to: 'flood' },
          { when: { knows: 'tap' }, to: 'tap-off' },
        ],
        finds: {
          plan: { ...plan, minutes: 3 },
          tap: plan,
        },
        decision: choiceOf(['kitchen']),
      },
      kitchen: {
        happens: [{ when: { minutes: { 'at-least': 3 } }, to: 'flood' }],
        decision: decision({ on: option('end'), off: option('end') }),
      },
      flood: {
        happens: [{ when: { knows: 'plan' }, to: 'end' }],
        next: { label: 'Go', to: 'end' },
      },
      'tap-off': end,
      end,
    },
    { facts },
  );
  test.each([
    ['waits until its condition holds', [], 'hall'],
    ['still waits after a find that is not enough', ['find plan'], 'hall'],
    ['fires after a find', ['find tap'], 'tap-off'],
    [
      'fires on entry, and then what happens in the next scene',
      ['find plan', 'decide kitchen-well'],
      'end',
    ],
    ['does not fire on entry without its condition', ['decide kitchen-well'], 'kitchen'],
  ])('%s', (_, moves, scene) => {
    expect(play(scenario, moves)?.scene).toBe(scene);
  });

  test('the first of two that hold fires, with its effects', () => {
    const both = tinyScenario(
      {
        hall: {
          happens: [
            { when: { fact: 'wet', is: false }, add: { trust: 2 }, minutes: 1, to: 'first' },
            { when: { fact: 'trust', 'at-least': 1 }, to: 'second' },
          ],
          next: { label: 'Go', to: 'second' },
        },
        first: { next: { label: 'Go', to: 'second' } },
        second: end,
      },
      { facts },
    );
    expect(firstMoment(toMachine(both))).toEqual({
      scene: 'first',
      world: { facts: { wet: false, trust: 5 }, known: [], minutes: 1 },
    });
  });
});

describe('a find', () => {
  const scenario = tinyScenario(
    {
      hall: {
        finds: {
          plan: { ...plan, minutes: 4, add: { trust: 1 } },
          drawer: { ...plan, when: { knows: 'plan' } },
        },
        decision: decision({
          go: option('end'),
          ask: option('end', { when: { knows: 'plan' } }),
        }),
      },
      end,
    },
    { facts },
  );
  test('stays in the scene, is known, costs its minutes and has its effects', () => {
    expect(play(scenario, ['find plan'])).toEqual({
      scene: 'hall',
      world: { facts: { wet: false, trust: 4 }, known: ['plan'], minutes: 4 },
    });
  });
  test.each([
    ['is found only once', ['find plan', 'find plan']],
    ['is not found while its condition fails', ['find drawer']],
    ['is not found where it is not', ['decide go', 'find plan']],
    ['that is known to nobody offers nothing', ['decide ask']],
  ])('%s', (_, moves) => {
    expect(play(scenario, moves)).toBeUndefined();
  });
  test('opens what asks for it, in the order it was found', () => {
    expect(play(scenario, ['find plan', 'find drawer'])?.world.known).toEqual(['plan', 'drawer']);
    expect(play(scenario, ['find plan', 'decide ask'])?.scene).toBe('end');
  });
});

test('the clock adds up over moves of every kind', () => {
  const scenario = tinyScenario({
    hall: {
      finds: { plan: { ...plan, minutes: 1 } },
      next: { label: 'Go', minutes: 10, to: 'door' },
    },
    door: { decision: decision({ knock: option('end', { minutes: 100 }), wait: option('end') }) },
    end,
  });
  const moves = ['find plan', 'go-on', 'decide knock'];
  expect(play(scenario, moves)?.world.minutes).toBe(111);
});

test('an ending takes no move at all', () => {
  const scenario = tinyScenario({
    hall: { next: { label: 'Go', to: 'end' } },
    end: { ...end, finds: { plan } },
  });
  for (const move of ['go-on', 'find plan', 'decide anything'])
    expect(play(scenario, ['go-on', move])).toBeUndefined();
});
