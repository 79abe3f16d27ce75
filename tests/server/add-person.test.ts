import { firstServiceId } from '#db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPersonByUsername, markKind, type Database } from '#db';
import { addPerson } from '#server/auth/add-person.ts';
import { passphraseWords } from '#server/auth/passphrase-words.ts';
import { signIn } from '#server/auth/sign-in.ts';
import { system } from '#domain/access/system.ts';
import { addSamplePerson } from '#server/sample/add-sample-person.ts';
import { samplePassphrase } from '#server/sample/passphrase.ts';
import { samplePeople } from '#server/sample/sample-people.ts';
import { addManager } from '../../src/cli/people.ts';
import { freshDatabase } from '../support/database.ts';
import { addSomebody } from '../support/team.ts';

let db: Database;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ db, remove } = await freshDatabase());
});
afterAll(() => remove());

const manager = system;
const sound = {
  name: 'Amina Yusuf',
  username: 'amina.yusuf',
  role: 'worker',
  category: 'CWP-NTC',
  startedOn: '2026-11-02',
};

test('a manager adds somebody, tidied', async () => {
  const input = { ...sound, name: '  Amina Yusuf ', username: 'Amina.Yusuf' };
  const result = await addPerson(db, manager, input);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  expect(result.value.person).toEqual({
    ...{ id: expect.any(String) as string, ...sound },
    ...{ services: [firstServiceId], everywhere: false, leftAt: null },
  });
  expect(await findPersonByUsername(db, 'amina.yusuf')).toEqual(result.value.person);
  const words = result.value.code.split('-');
  expect(words).toHaveLength(4);
  expect(words.every((word) => passphraseWords.includes(word))).toBe(true);
});

test.each([
  ['name', { name: '  ' }],
  ['name', { name: 'x'.repeat(81) }],
  ['username', { username: 'a' }],
  ['username', { username: 'amina yusuf' }],
  ['username', { username: 'amina_yusuf' }],
  ['username', { username: 'x'.repeat(41) }],
  ['username', { username: 'zoë' }],
  ['role', { role: 'owner' }],
  ['role', { role: '' }],
  ['category', { category: '' }],
  ['category', { category: 'CWP-NONE' }],
  ['startedOn', { startedOn: '' }],
  ['startedOn', { startedOn: '2026-02-30' }],
  ['startedOn', { startedOn: '02/11/2026' }],
])('a poor %s is sent back: %j', async (field, poor) => {
  const result = await addPerson(db, manager, { ...sound, username: 'free.name', ...poor });
  if (result.ok || result.problem.code !== 'malformed') throw new Error('it was let through');
  expect(result.problem.problems.map((problem) => problem.field)).toEqual([field]);
  expect(result.problem.problems[0]?.message).toMatch(/^[A-Z].*\.$/);
});

test('a user name is given once, even to two at the same moment', async () => {
  const twins = await Promise.all(
    ['One', 'Two'].map((name) => addPerson(db, manager, { ...sound, name, username: 'twin' })),
  );
  expect(twins.filter((result) => result.ok)).toHaveLength(1);
  expect(twins.find((result) => !result.ok)).toMatchObject({
    problem: { code: 'malformed', problems: [{ field: 'username' }] },
  });
});

test('the first manager starts on the day that it is in London', async () => {
  const input = { name: 'Ruth Okoro', username: 'ruth.okoro' };
  expect((await addManager(db, input, '2026-07-01T23:30:00.000Z')).failed).toBe(false);
  expect(await findPersonByUsername(db, 'ruth.okoro')).toMatchObject({ startedOn: '2026-07-02' });
});

test.each(['worker', 'assessor'] as const)('a %s adds nobody', async (role) => {
  const result = await addPerson(
    db,
    { ...system, id: 'x', role },
    { ...sound, username: 'refused' },
  );
  expect(result).toEqual({ ok: false, problem: { code: 'not-allowed' } });
  expect(await findPersonByUsername(db, 'refused')).toBeUndefined();
});

test('the words are many, plain and different', () => {
  expect(passphraseWords.length).toBeGreaterThanOrEqual(512);
  expect(new Set(passphraseWords).size).toBe(passphraseWords.length);
  expect(passphraseWords.filter((word) => !/^[a-z]{3,10}$/.test(word))).toEqual([]);
});

test('sample people are shown in a sample service only, and only those it came with', async () => {
  const other = await freshDatabase();
  try {
    const person = { id: 'p', ...sound, role: 'worker' as const, services: [], everywhere: false };
    await addSamplePerson(other.db, person, '2026-11-21T09:00:00.000Z');
    await addSomebody(other.db, 'added.later');
    expect(await samplePeople(other.db)).toEqual([]);
    await markKind(other.db, 'sample', '2026-11-21T09:00:00.000Z');
    expect(await samplePeople(other.db)).toEqual([
      { name: 'Amina Yusuf', role: 'worker', username: 'amina.yusuf' },
    ]);
    const result = await signIn(other.db, { username: 'amina.yusuf', password: samplePassphrase });
    expect(result).toMatchObject({ ok: true, value: { session: { mustChoosePassword: false } } });
  } finally {
    await other.remove();
  }
});
