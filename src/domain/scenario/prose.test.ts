import { expect, test } from 'vitest';
import { tell, type Prose } from './prose.ts';
import type { World } from './world.ts';

const world: World = { facts: { wet: true }, known: [], minutes: 0 };

test.each<[string, Prose | undefined, string]>([
  ['nothing', undefined, ''],
  ['one text', '  He looks up. \n', 'He looks up.'],
  ['parts, each a paragraph', ['One.\n', 'Two.'], 'One.\n\nTwo.'],
  [
    'only the parts that hold',
    [
      { when: { fact: 'wet', is: true }, text: 'Wet.' },
      { when: { fact: 'wet', is: false }, text: 'Dry.' },
      'End.',
    ],
    'Wet.\n\nEnd.',
  ],
  ['no part that holds', [{ when: { knows: 'plan' }, text: 'Plan.' }], ''],
])('tells %s', (_, prose, told) => {
  expect(tell(prose, world)).toBe(told);
});
