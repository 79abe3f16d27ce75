import { describe, expect, test } from 'vitest';
import { applyEffects, firstWorld, type Effects, type World } from './world.ts';

const before: World = { facts: { wet: false, trust: 3 }, known: ['plan'], minutes: 5 };

test('the first world has every fact at its start, nothing known and no time gone', () => {
  const facts = {
    wet: { flag: true, about: 'The floor is wet' },
    trust: { counter: [0, 5] as [number, number], start: 2, about: 'Trust' },
  };
  expect(firstWorld(facts)).toEqual({ facts: { wet: true, trust: 2 }, known: [], minutes: 0 });
});

describe('applyEffects', () => {
  test.each<[string, Effects, string | undefined, World]>([
    ['nothing', {}, undefined, before],
    ['sets', { set: { wet: true } }, undefined, { ...before, facts: { wet: true, trust: 3 } }],
    ['adds', { add: { trust: -2 } }, undefined, { ...before, facts: { wet: false, trust: 1 } }],
    [
      'sets before it adds',
      { add: { trust: 1 }, set: { trust: 0 } },
      undefined,
      { ...before, facts: { wet: false, trust: 1 } },
    ],
    ['moves the clock', { minutes: 7 }, undefined, { ...before, minutes: 12 }],
    ['learns', {}, 'card', { ...before, known: ['plan', 'card'] }],
    ['learns nothing twice', {}, 'plan', before],
  ])('%s', (_, effects, learns, after) => {
    expect(applyEffects(before, effects, learns)).toEqual(after);
  });

  test('the world before is left as it was', () => {
    const kept = structuredClone(before);
    applyEffects(before, { set: { wet: true }, add: { trust: 1 }, minutes: 9 }, 'card');
    expect(before).toEqual(kept);
  });
});
