import { expect, test } from 'vitest';
import { kinds, plainWorld } from '../../../tests/support/five-kinds.ts';
import type { Fact } from '../scenario/world.ts';
import { sayAnswer, tellFollowed } from './tell-answer.ts';

type Kind = keyof typeof kinds;
const facts: Record<string, Fact> = { wet: { flag: false, about: 'The floor is wet' } };

test.each<[Kind, string, string | null, string]>([
  ['best-action', 'look', null, 'Look first'],
  // In the order they were picked, each a sentence, whether or not its author closed it.
  ['pick', 'lamp lock', null, 'The lamp. The lock.'],
  ['rank', 'write=3 tell=1 rest=2', null, '1. Tell the nurse. 2. Sit down. 3. Write it down.'],
  ['rate', 'ill=4 old=2', null, 'He is ill: Very. He is old: A little.'],
  ['rationale', '', 'It is his life.', 'It is his life.'],
  ['rationale', '', null, ''],
])('%s "%s" in words', (kind, answer, words, said) => {
  expect(sayAnswer(kinds[kind], answer, words)).toBe(said);
});

test.each<[string, Kind, string, string]>([
  // Told in the world as the move leaves it: wet.
  ['of the one chosen', 'best-action', 'look', 'You look.\n\nIt is wet.'],
  ['of nothing', 'best-action', 'leave', ''],
  ['of each picked, then of all', 'pick', 'lamp lock', 'It shines.\n\nYou go on.'],
  ['of what came first, then of all', 'rank', 'write=2 tell=1 rest=3', 'She comes.\n\nYou go on.'],
  ['and of nothing that came later', 'rank', 'write=1 tell=2 rest=3', 'You go on.'],
  ['of rating', 'rate', 'ill=4 old=1', 'You go on.'],
  ['of reasons', 'rationale', '', 'You go on.'],
])('what follows is told %s', (_, kind, answer, told) => {
  const before = plainWorld();
  expect(tellFollowed(kinds[kind], answer, before, facts)).toBe(told);
  expect(before).toEqual(plainWorld());
});
