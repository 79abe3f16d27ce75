import { system } from '#domain/access/system.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#db';
import { changePassword, chooseFirstPassword } from '#server/auth/change-password.ts';
import { readSession } from '#server/auth/read-session.ts';
import { resetAccess } from '#server/auth/reset-access.ts';
import { signIn } from '#server/auth/sign-in.ts';
import { freshDatabase } from '../support/database.ts';
import { addSomebody, addWithPassword } from '../support/team.ts';

let db: Database;
let remove: () => Promise<void>;
const password = 'the bus was late again';
const better = 'and the kettle was cold';

beforeAll(async () => {
  ({ db, remove } = await freshDatabase());
});
afterAll(() => remove());

async function open(username: string, tried = password) {
  const result = await signIn(db, { username, password: tried });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

const isOpen = async (id: string) => typeof (await readSession(db, id)) === 'object';
const fieldsOf = (result: Awaited<ReturnType<typeof changePassword>>) =>
  result.ok || result.problem.code !== 'malformed'
    ? []
    : result.problem.problems.map(({ field }) => field);

describe('changing a password', () => {
  test('needs the present one, ends every other session and keeps this one', async () => {
    await addWithPassword(db, 'changer', password);
    const [here, there] = [await open('changer'), await open('changer')];
    expect([await isOpen(here.session.id), await isOpen(there.session.id)]).toEqual([true, true]);

    const wrong = { current: 'not this one', next: better, again: better };
    expect(await changePassword(db, here, wrong)).toEqual({
      ok: false,
      problem: { code: 'wrong' },
    });
    expect(await isOpen(there.session.id)).toBe(true);

    const right = { current: password, next: better, again: better };
    expect((await changePassword(db, here, right)).ok).toBe(true);
    expect([await isOpen(here.session.id), await isOpen(there.session.id)]).toEqual([true, false]);
    expect((await signIn(db, { username: 'changer', password })).ok).toBe(false);
    expect((await signIn(db, { username: 'changer', password: better })).ok).toBe(true);
  });

  test.each([
    [{ current: '', next: better, again: better }, ['current']],
    [{ current: password, next: 'short', again: 'short' }, ['next']],
    [{ current: password, next: 'picky.person', again: 'picky.person' }, ['next']],
    [{ current: password, next: 'Password123', again: 'Password123' }, ['next']],
    [{ current: password, next: better, again: `${better}.` }, ['again']],
    [{ current: password, next: password, again: password }, ['next']],
  ])('%j is sent back', async (input, fields) => {
    await addWithPassword(db, 'picky.person', password).catch(() => undefined);
    const who = await open('picky.person');
    expect(fieldsOf(await changePassword(db, who, input))).toEqual(fields);
    expect(await isOpen(who.session.id)).toBe(true);
  });

  test('guessing at the present one slows down like signing in', async () => {
    await addWithPassword(db, 'left.open', password);
    const who = await open('left.open');
    const wrong = { current: 'not this one', next: better, again: better };
    const at = '2030-01-01T09:00:00.000Z';
    for (let i = 0; i < 5; i += 1) await changePassword(db, who, wrong, at);
    expect(await changePassword(db, who, { ...wrong, current: password }, at)).toEqual({
      ok: false,
      problem: { code: 'wait', seconds: 30 },
    });
  });
});

describe('a joining code', () => {
  test('lets somebody in only to choose a password of their own', async () => {
    const { code } = await addSomebody(db, 'newcomer');
    const who = await open('newcomer', code);
    expect(who.session.mustChoosePassword).toBe(true);
    expect(await readSession(db, who.session.id)).toMatchObject({
      session: { mustChoosePassword: true },
    });

    const same = await chooseFirstPassword(db, who, { next: code, again: code });
    expect(same.ok).toBe(false);
    expect((await chooseFirstPassword(db, who, { next: better, again: better })).ok).toBe(true);
    // At once, though the session was remembered with the old answer.
    expect(await readSession(db, who.session.id)).toMatchObject({
      session: { mustChoosePassword: false },
    });
    expect((await signIn(db, { username: 'newcomer', password: code })).ok).toBe(false);
    const again = await signIn(db, { username: 'newcomer', password: better });
    expect(again).toMatchObject({ ok: true, value: { session: { mustChoosePassword: false } } });
  });

  test('the way round the present password is closed once one is chosen', async () => {
    await addWithPassword(db, 'settled', password);
    const who = await open('settled');
    const result = await chooseFirstPassword(db, who, { next: better, again: better });
    expect(result).toEqual({ ok: false, problem: { code: 'already-chosen' } });
    expect((await signIn(db, { username: 'settled', password })).ok).toBe(true);
  });

  test('is stored nowhere', async () => {
    const { code } = await addSomebody(db, 'unwritten');
    const { rows } = await db.client.execute('SELECT * FROM credentials JOIN people');
    expect(JSON.stringify(rows)).not.toContain(code);
    expect(rows.every((row) => String(row['password_hash']).startsWith('$argon2id$'))).toBe(true);
  });
});

describe('resetting access', () => {
  const manager = system;

  test('gives a new joining code in place of the password, and forgets failures', async () => {
    const person = await addWithPassword(db, 'forgetful', password);
    for (let i = 0; i < 5; i += 1) await signIn(db, { username: 'forgetful', password: 'no' });
    const result = await resetAccess(db, manager, person.id);
    if (!result.ok) throw new Error('refused');
    expect((await open('forgetful', result.value.code)).session.mustChoosePassword).toBe(true);
    expect((await signIn(db, { username: 'forgetful', password })).ok).toBe(false);
  });

  test.each([
    ['a worker', { ...system, id: 'w', role: 'worker' } as const],
    ['an assessor', { ...system, id: 'a', role: 'assessor' } as const],
  ])('is not for %s', async (_, actor) => {
    const { person } = await addSomebody(db, `kept.from.${actor.role}`);
    expect(await resetAccess(db, actor, person.id)).toEqual({
      ok: false,
      problem: { code: 'not-found' },
    });
  });

  test('is not for oneself, and not for nobody', async () => {
    const { person } = await addSomebody(db, 'own.reset', 'manager');
    expect(await resetAccess(db, person, person.id)).toMatchObject({ ok: false });
    expect(await resetAccess(db, manager, 'nobody')).toEqual({
      ok: false,
      problem: { code: 'not-found' },
    });
  });
});
