import { describe, expect, test } from 'vitest';
import { publish, tinyScenario } from '../../../tests/support/tiny-scenario.ts';
import type { Decision } from './decision.ts';
import { readMoveWords, sayMove, sayMoves, sayWaysToDecide } from './move-words.ts';

const base = {
  prompt: 'What now?',
  level: 2 as const,
  routine: true,
  initiative: 'own' as const,
  competencies: ['IP-01'],
  indicators: ['L2-S1'],
  weight: 1,
  weigh: 'I look at the person first.',
  to: 'end',
};
const why = 'Because of what it does to the person.';
const three = <Key>(keys: Key[]) =>
  Object.fromEntries(keys.map((key, at) => ['abc'[at]!, { text: 'Do it', key }]));
const decisions: Record<string, Decision> = {
  action: {
    ...base,
    kind: 'best-action',
    options: { a: { text: 'Do it', to: 'end', key: { credit: { 'IP-01': 1 }, why } } },
  },
  pick: {
    ...base,
    kind: 'pick',
    pick: 2,
    options: three([true, true, false].map((right) => ({ right, why }))),
  },
  rank: { ...base, kind: 'rank', options: three([1, 2, 3].map((place) => ({ place, why }))) },
  rate: {
    ...base,
    kind: 'rate',
    scale: ['never', 'at times', 'always'],
    options: three([1, 2, 3].map((rating) => ({ rating, why }))),
  },
  rationale: { ...base, kind: 'rationale', asks: ['Why him?'] },
};

describe('a move is read and said again', () => {
  test.each([
    ['go-on', undefined, { type: 'go-on', choice: '' }],
    ['find plan', 'action', { type: 'find', choice: 'plan' }],
    ['turn phone', 'action', { type: 'turn', choice: 'phone' }],
    ['decide a', 'action', { type: 'decide', choice: 'a' }],
    ['decide a b', 'pick', { type: 'decide', choice: 'a b' }],
    ['decide c a b', 'rank', { type: 'decide', choice: 'c=1 a=2 b=3' }],
    ['decide a=3 b=1 c=2', 'rate', { type: 'decide', choice: 'a=3 b=1 c=2' }],
  ] as const)('%s', (words, kind, move) => {
    const decision = kind && decisions[kind];
    expect(readMoveWords(words, decision)).toEqual({ ok: true, value: { move, words: null } });
    expect(sayMove(move, decision)).toBe(words);
  });

  test('reasons are kept as they were written, and are not made up', () => {
    const move = { type: 'decide', choice: '' } as const;
    expect(readMoveWords(' say  I asked him first ', decisions['rationale'])).toEqual({
      ok: true,
      value: { move, words: 'I asked him first' },
    });
    expect(sayMove(move, decisions['rationale'])).toBe('say …');
  });

  test.each([
    ['dance', undefined],
    ['decide', 'action'],
    ['find', 'action'],
    ['find plan card', 'action'],
    ['turn', 'action'],
    ['go-on plan', undefined],
    ['say nothing', 'action'],
    ['', undefined],
  ])('"%s" is no move', (words, kind) => {
    const read = readMoveWords(words, kind ? decisions[kind] : undefined);
    expect(read.ok ? 'read' : read.problem).toMatch(/^.+\.$/);
  });
});

test.each([
  ['action', ['decide a']],
  ['pick', ['decide with 2 of: a b c']],
  ['rank', ['decide with all in order: a b c']],
  ['rate', ['decide a=1..3 b=1..3 c=1..3']],
  ['rationale', ['say …']],
])('what can be decided in a decision of the kind %s', (kind, ways) => {
  const offered = kind === 'action' ? ['a'] : ['a', 'b', 'c'];
  expect(sayWaysToDecide(decisions[kind]!, offered)).toEqual(ways);
});

test('moves are said at the decision that each is made in', () => {
  const scenario = tinyScenario({
    hall: { next: { label: 'Go on', to: 'stairs' } },
    stairs: { decision: decisions['rank'] as never },
    end: { ending: 'well' },
  });
  const moves = [
    { type: 'go-on', choice: '' },
    { type: 'decide', choice: 'a=2 b=1 c=3' },
  ] as const;
  expect(sayMoves(publish(scenario), moves)).toEqual(['go-on', 'decide b a c']);
});
