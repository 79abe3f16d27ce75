import { expect, test } from 'vitest';
import { decision, option, tinyScenario } from '../../../tests/support/tiny-scenario.ts';
import { optionsShown } from './options-shown.ts';

const scenario = tinyScenario({
  hall: {
    finds: { plan: { kind: 'look', label: 'Read the plan', tells: 'It says.', note: 'The plan.' } },
    decision: decision({
      a: option('end'),
      b: option('end', { when: { knows: 'plan' } }),
      c: option('end'),
      d: option('end'),
    }),
  },
  end: { ending: 'well' },
});
const shown = (seed: number, known: string[] = []) =>
  optionsShown(scenario, { scene: 'hall', world: { facts: {}, known, minutes: 0 } }, seed);

test('only what is offered is shown, and learning something never reorders the rest', () => {
  for (let seed = 0; seed < 50; seed += 1) {
    expect([...shown(seed)].sort()).toEqual(['a', 'c', 'd']);
    expect(shown(seed, ['plan']).filter((id) => id !== 'b')).toEqual(shown(seed));
  }
});

test('a scene without a decision shows none', () => {
  const world = { facts: {}, known: [], minutes: 0 };
  expect(optionsShown(scenario, { scene: 'end', world }, 1)).toEqual([]);
});
