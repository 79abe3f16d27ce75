import { system } from '#domain/access/system.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#db';
import { cookieName } from '#server/auth/cookie-name.ts';
import { hashId } from '#server/auth/hash-id.ts';
import { readSession } from '#server/auth/read-session.ts';
import { resetAccess } from '#server/auth/reset-access.ts';
import { createSessionAdapter } from '#server/auth/session-adapter.ts';
import { makeBlankCookie, makeSessionCookie } from '#server/auth/session-cookie.ts';
import { keeperOf } from '#server/auth/session-keeper.ts';
import { signIn } from '#server/auth/sign-in.ts';
import { signOut, signOutEverywhere } from '#server/auth/sign-out.ts';
import { freshDatabase } from '../support/database.ts';
import { addWithPassword } from '../support/team.ts';

let db: Database;
let remove: () => Promise<void>;
const password = 'the bus was late again';
const username = 'amina.yusuf';

beforeAll(async () => {
  ({ db, remove } = await freshDatabase());
  await addWithPassword(db, username, password);
});
afterAll(() => remove());

async function open() {
  const result = await signIn(db, { username, password });
  if (!result.ok) throw new Error('not signed in');
  return result.value;
}

const isOpen = async (id: string) => typeof (await readSession(db, id)) === 'object';

const moveEnd = (id: string, hours: number) =>
  db.write([
    {
      sql: 'UPDATE sessions SET expires_at = ? WHERE id_hash = ?',
      args: [new Date(Date.now() + hours * 3_600_000).toISOString(), hashId(id)],
    },
  ]);

test('the database holds no id that would open a session', async () => {
  const { session } = await open();
  const { rows } = await db.client.execute('SELECT * FROM sessions');
  const stored = JSON.stringify(rows);
  expect(stored).not.toContain(session.id);
  expect(stored).toContain(hashId(session.id));
  // What is stored, sent as a cookie, opens nothing.
  expect(await readSession(db, hashId(session.id))).toBe('stale');
});

test('a session brings its person along, in one query', async () => {
  const { session, person } = await open();
  const asked: unknown[] = [];
  const client = new Proxy(db.client, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      if (name !== 'execute') return member.bind(target) as unknown;
      return (statement: never) => (asked.push(statement), target.execute(statement));
    },
  });
  const [stored, user] = await createSessionAdapter({ ...db, client }).getSessionAndUser(
    session.id,
  );
  expect(asked).toHaveLength(1);
  expect(stored).toMatchObject({ id: session.id, userId: person.id });
  const { onTablet, signedIn, ...known } = person;
  expect(onTablet).toBe(false);
  expect(user?.attributes.found).toMatchObject({ person: known, ...signedIn, temporary: false });
});

test('no cookie is nobody; an unknown or broken one is stale', async () => {
  expect(await readSession(db, undefined)).toBeUndefined();
  expect(await readSession(db, '')).toBeUndefined();
  expect(await readSession(db, 'made-up')).toBe('stale');
  expect(await readSession(db, "' OR 1=1 --")).toBe('stale');
});

test('a session that ran out is over, and its row goes', async () => {
  const { session } = await open();
  await moveEnd(session.id, -0.01);
  expect(await readSession(db, session.id)).toBe('stale');
  const { rows } = await db.client.execute({
    sql: 'SELECT 1 FROM sessions WHERE id_hash = ?',
    args: [hashId(session.id)],
  });
  expect(rows).toHaveLength(0);
});

test('a session in its second half is renewed for twelve hours, once', async () => {
  const { session } = await open();
  await moveEnd(session.id, 7);
  expect(await readSession(db, session.id)).toMatchObject({ renewed: false });
  keeperOf(db).cache.drop(hashId(session.id));
  await moveEnd(session.id, 5);
  const renewed = await readSession(db, session.id);
  if (typeof renewed !== 'object') throw new Error('it was lost');
  expect(renewed.renewed).toBe(true);
  const hours = (renewed.session.expiresAt.getTime() - Date.now()) / 3_600_000;
  expect(hours).toBeCloseTo(12, 1);
  expect(await readSession(db, session.id)).toMatchObject({ renewed: false });
});

test('a session once read is answered from memory', async () => {
  const { session } = await open();
  await readSession(db, session.id);
  await db.write([{ sql: 'DELETE FROM sessions WHERE id_hash = ?', args: [hashId(session.id)] }]);
  expect(await isOpen(session.id)).toBe(true);
  keeperOf(db).cache.drop(hashId(session.id));
  expect(await isOpen(session.id)).toBe(false);
});

test('signing out ends this session at once, and no other', async () => {
  const [here, there] = [await open(), await open()];
  expect([await isOpen(here.session.id), await isOpen(there.session.id)]).toEqual([true, true]);
  await signOut(db, here.session.id);
  expect([await isOpen(here.session.id), await isOpen(there.session.id)]).toEqual([false, true]);
});

test('signing out everywhere ends all at once', async () => {
  const [here, there] = [await open(), await open()];
  expect([await isOpen(here.session.id), await isOpen(there.session.id)]).toEqual([true, true]);
  await signOutEverywhere(db, here.person.id);
  expect([await isOpen(here.session.id), await isOpen(there.session.id)]).toEqual([false, false]);
});

test('somebody without a credential has no session', async () => {
  const leaver = await addWithPassword(db, 'leaver', password);
  const result = await signIn(db, { username: 'leaver', password });
  if (!result.ok) throw new Error('not signed in');
  await db.write([{ sql: 'DELETE FROM credentials WHERE person_id = ?', args: [leaver.id] }]);
  expect(await readSession(db, result.value.session.id)).toBe('stale');
  expect(await signIn(db, { username: 'leaver', password })).toEqual({
    ok: false,
    problem: { code: 'wrong' },
  });
});

test('a reset ends all sessions at once, remembered ones included', async () => {
  const person = await addWithPassword(db, 'reset.me', password);
  const result = await signIn(db, { username: 'reset.me', password });
  if (!result.ok) throw new Error('not signed in');
  expect(await isOpen(result.value.session.id)).toBe(true);
  const reset = await resetAccess(db, system, person.id);
  expect(reset.ok).toBe(true);
  expect(await isOpen(result.value.session.id)).toBe(false);
});

test('the cookie is out of reach of scripts and of other sites', async () => {
  const { session } = await open();
  expect(makeSessionCookie(db, session.id).serialize()).toBe(
    `in_practice_session=${session.id}; HttpOnly; Max-Age=43200; Path=/; SameSite=Lax`,
  );
  expect(makeBlankCookie(db).serialize()).toBe(
    'in_practice_session=; HttpOnly; Max-Age=0; Path=/; SameSite=Lax',
  );
});

test('behind https the cookie travels by https only', async () => {
  process.env['ORIGIN'] = 'https://practice.example';
  const other = await freshDatabase();
  try {
    expect(makeSessionCookie(other.db, 'x').serialize()).toContain('; Secure');
    expect(cookieName('in_practice_session')).toBe('__Host-in_practice_session');
  } finally {
    delete process.env['ORIGIN'];
    await other.remove();
  }
});
