import { expect, test } from 'vitest';
import { changePlaces } from './change-places.ts';
import { system } from './system.ts';

const known = ['ash', 'birch', 'elm'];
const manager = { ...system, id: 'm', services: ['ash', 'birch'], everywhere: false };
const at = (...services: string[]) => ({ services, everywhere: false });
const all = { services: [], everywhere: true };

test.each([
  ['one begins and one ends', at('ash'), at('birch'), { begin: ['birch'], end: ['ash'] }],
  ['a service of others stays', at('ash', 'elm'), at('birch'), { begin: ['birch'], end: ['ash'] }],
  ['leaving the last of theirs, with another', at('ash', 'elm'), at(), { begin: [], end: ['ash'] }],
  ['nothing changes', at('ash'), at('ash'), { begin: [], end: [] }],
  ['somebody new', null, at('ash', 'ash'), { begin: ['ash'], end: [] }],
])('%s', (_, person, wanted, change) => {
  expect(changePlaces(manager, person, wanted, known)).toEqual({
    ok: true,
    value: { ...change, everywhere: false },
  });
});

test.each([
  ['nowhere', manager, at('ash'), at(), 'Choose where they work.'],
  ['nowhere, for somebody new', manager, null, at(), 'Choose where they work.'],
  ['a service of others', manager, at('ash'), at('elm'), 'Choose services of your own.'],
  [
    'a service that is none',
    { ...manager, everywhere: true },
    null,
    at('oak'),
    'Choose services of your own.',
  ],
  [
    'everywhere, by one who is not',
    manager,
    at('ash'),
    all,
    'Only somebody who belongs to every service may change that.',
  ],
  [
    'no longer everywhere, by one who is not',
    manager,
    all,
    at('ash'),
    'Only somebody who belongs to every service may change that.',
  ],
] as const)('refused: %s', (_, actor, person, wanted, message) => {
  expect(changePlaces(actor, person, wanted, known)).toEqual({
    ok: false,
    problem: { code: 'malformed', problems: [{ field: 'services', message }] },
  });
});

test('whoever is everywhere makes somebody so, and takes it back', () => {
  const boss = { ...system, id: 'b' };
  expect(changePlaces(boss, at('ash'), all, known)).toEqual({
    ok: true,
    value: { begin: [], end: [], everywhere: true },
  });
  expect(changePlaces(boss, { services: known, everywhere: true }, at('elm'), known)).toEqual({
    ok: true,
    value: { begin: ['elm'], end: [], everywhere: false },
  });
});
