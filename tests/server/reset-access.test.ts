import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#db';
import type { Person } from '#domain/access/person.ts';
import { readSession } from '#server/auth/read-session.ts';
import { resetAccess } from '#server/auth/reset-access.ts';
import { signIn } from '#server/auth/sign-in.ts';
import { freshDatabase } from '../support/database.ts';
import { addWithPassword } from '../support/team.ts';

let db: Database;
let remove: () => Promise<void>;
let grace: Person;
const password = 'the bus was late again';

beforeAll(async () => {
  ({ db, remove } = await freshDatabase());
  grace = await addWithPassword(db, 'grace', password, 'manager');
});
afterAll(() => remove());

async function open(username: string, tried = password) {
  const result = await signIn(db, { username, password: tried });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value.session.id;
}
const isOpen = async (id: string) => typeof (await readSession(db, id)) === 'object';

test('a reset ends every session at once, of that person only, remembered ones included', async () => {
  const joan = await addWithPassword(db, 'joan', password);
  await addWithPassword(db, 'beside', password);
  const [tablet, phone, beside] = [await open('joan'), await open('joan'), await open('beside')];
  // Asked for once, so that all three are remembered.
  expect([await isOpen(tablet), await isOpen(phone), await isOpen(beside)]).toEqual([
    true,
    true,
    true,
  ]);
  const reset = await resetAccess(db, grace, joan.id);
  expect(reset.ok).toBe(true);
  expect([await isOpen(tablet), await isOpen(phone), await isOpen(beside)]).toEqual([
    false,
    false,
    true,
  ]);
  const { rows } = await db.client.execute({
    sql: 'SELECT 1 FROM sessions WHERE person_id = ?',
    args: [joan.id],
  });
  expect(rows).toEqual([]);
});

test('of two resets only the later code lets in', async () => {
  const ravi = await addWithPassword(db, 'ravi', password);
  const [first, second] = [
    await resetAccess(db, grace, ravi.id),
    await resetAccess(db, grace, ravi.id),
  ];
  if (!first.ok || !second.ok) throw new Error('refused');
  expect(first.value.code).not.toBe(second.value.code);
  expect((await signIn(db, { username: 'ravi', password: first.value.code })).ok).toBe(false);
  expect((await signIn(db, { username: 'ravi', password: second.value.code })).ok).toBe(true);
});
