import { describe, expect, test } from 'vitest';
import { applyEffects, firstWorld, type Effects, type World } from './world.ts';

const facts = {
  wet: { flag: true, about: 'The floor is wet' },
  trust: { counter: [0, 5] as [number, number], start: 2, about: 'Trust' },
  alone: { timer: 10, about: 'Minutes alone' },
};

const before: World = { facts: { wet: false, trust: 3, alone: -1 }, known: ['plan'], minutes: 5 };

test('the first world has every fact at its start, nothing known and no time gone', () => {
  expect(firstWorld(facts)).toEqual({
    facts: { wet: true, trust: 2, alone: -1 },
    known: [],
    minutes: 0,
  });
});

describe('applyEffects', () => {
  test.each<[string, Effects, string | undefined, World]>([
    ['nothing', {}, undefined, before],
    [
      'sets',
      { set: { wet: true } },
      undefined,
      { ...before, facts: { wet: true, trust: 3, alone: -1 } },
    ],
    [
      'adds',
      { add: { trust: -2 } },
      undefined,
      { ...before, facts: { wet: false, trust: 1, alone: -1 } },
    ],
    [
      'sets before it adds',
      { add: { trust: 1 }, set: { trust: 0 } },
      undefined,
      { ...before, facts: { wet: false, trust: 1, alone: -1 } },
    ],
    ['moves the clock', { minutes: 7 }, undefined, { ...before, minutes: 12 }],
    ['learns', {}, 'card', { ...before, known: ['plan', 'card'] }],
    ['learns nothing twice', {}, 'plan', before],
  ])('%s', (_, effects, learns, after) => {
    expect(applyEffects(before, effects, facts, learns)).toEqual(after);
  });

  test.each<[string, Effects[], number]>([
    ['stands still until it is set', [{ minutes: 4 }], -1],
    ['runs with the clock once it is set', [{ set: { alone: 0 }, minutes: 2 }, { minutes: 3 }], 5],
    ['stops at its end', [{ set: { alone: 0 } }, { minutes: 8 }, { minutes: 8 }], 10],
    [
      'can be stopped',
      [
        { set: { alone: 0 }, minutes: 4 },
        { set: { alone: -1 }, minutes: 4 },
      ],
      -1,
    ],
    ['can be begun again', [{ set: { alone: 0 }, minutes: 9 }, { set: { alone: 0 } }], 0],
  ])('a timer %s', (_, moves, value) => {
    const after = moves.reduce((world, move) => applyEffects(world, move, facts), before);
    expect(after.facts['alone']).toBe(value);
  });

  test('a move may turn to another strand', () => {
    expect(applyEffects(before, { turns: 'phone' }, facts)).toEqual({ ...before, at: 'phone' });
  });

  test('the world before is left as it was', () => {
    const kept = structuredClone(before);
    applyEffects(before, { set: { wet: true }, add: { trust: 1 }, minutes: 9 }, facts, 'card');
    expect(before).toEqual(kept);
  });
});
