import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstServiceId, insertService, type Database, type Tablet } from '#db';
import { system } from '#domain/access/system.ts';
import { chooseFirstPassword } from '#server/auth/change-password.ts';
import { readSession } from '#server/auth/read-session.ts';
import { resetAccess } from '#server/auth/reset-access.ts';
import { signIn } from '#server/auth/sign-in.ts';
import { enrolTablet } from '#server/tablets/enrol-tablet.ts';
import { joinOnTablet } from '#server/tablets/join-on-tablet.ts';
import { listNames } from '#server/tablets/sign-in-with-pin.ts';
import { readTablet } from '#server/tablets/read-tablet.ts';
import { freshDatabase } from '../support/database.ts';
import { addSomebody, addWithPassword } from '../support/team.ts';

let db: Database;
let remove: () => Promise<void>;
let kitchen: Tablet;
const pin = { pin: '739105', again: '739105' };
const weekLater = (until: string, seconds: number) =>
  new Date(Date.parse(until) + seconds * 1000).toISOString();
const refusal = (result: { ok: boolean; problem?: { code: string } }) =>
  result.ok ? 'in' : result.problem?.code;

/** A shared tablet of a service, as a browser that holds its cookie is one. */
async function enrol(name: string, serviceId: string): Promise<Tablet> {
  const made = await enrolTablet(db, system, { name, serviceId });
  if (!made.ok) throw new Error(JSON.stringify(made.problem));
  const { token } = made.value;
  return (await readTablet(db, { get: () => ({ value: token }) }))!;
}

beforeAll(async () => {
  ({ db, remove } = await freshDatabase());
  const other = { id: 'birch', name: 'Birch House', localEstId: null, locationId: null };
  await insertService(db, { ...other, addedBy: 'system', addedAt: '2026-01-01T09:00:00.000Z' });
  kitchen = await enrol('Kitchen', firstServiceId);
});
afterAll(() => remove());

const add = (username: string, role?: 'manager') => addSomebody(db, username, role);

test('a code is good for seven days, and says so only to whoever types it rightly', async () => {
  const { person, code, until } = await add('amina');
  expect(Date.parse(until) - Date.now()).toBeCloseTo(7 * 86_400_000, -5);
  const tried = (password: string, seconds: number) =>
    signIn(db, { username: 'amina', password }, weekLater(until, seconds));
  expect(refusal(await tried(code, -1))).toBe('in');
  expect(refusal(await tried(code, 0))).toBe('run-out');
  expect(refusal(await tried('four-other-words-here', 0))).toBe('wrong');
  const late = { username: 'amina', code, ...pin };
  expect(refusal(await joinOnTablet(db, kitchen, late, null, weekLater(until, 1)))).toBe('run-out');
  const again = await resetAccess(db, system, person.id);
  expect(again.ok && again.value.until > until).toBe(true);
});

test('choosing a password uses it up', async () => {
  const { code } = await add('ravi');
  const came = await signIn(db, { username: 'ravi', password: code });
  if (!came.ok) throw new Error(came.problem.code);
  const next = 'the bus was late again';
  expect((await chooseFirstPassword(db, came.value, { next, again: next })).ok).toBe(true);
  expect(refusal(await signIn(db, { username: 'ravi', password: code }))).toBe('wrong');
  expect(refusal(await joinOnTablet(db, kitchen, { username: 'ravi', code, ...pin }))).toBe(
    'wrong',
  );
});

test('choosing a PIN uses it up, and is signing in on that tablet', async () => {
  const { person, code } = await add('leah');
  const typed = {
    username: ' Leah ',
    code: ` ${code.replaceAll('-', '  ').toUpperCase()}`,
    ...pin,
  };
  expect(await joinOnTablet(db, kitchen, { ...typed, again: '739106' })).toMatchObject({
    problem: { problems: [{ field: 'again' }] },
  });
  const joined = await joinOnTablet(db, kitchen, typed);
  if (!joined.ok) throw new Error(joined.problem.code);
  expect(joined.value.person).toMatchObject({
    onTablet: true,
    signedIn: { signedInBy: 'pin', deviceId: kitchen.id },
  });
  expect(joined.value.session.mustChoosePassword).toBe(false);
  expect(await listNames(db, kitchen)).toEqual([{ id: person.id, name: person.name }]);
  expect(refusal(await joinOnTablet(db, kitchen, typed))).toBe('wrong');
  expect(refusal(await signIn(db, { username: 'leah', password: code }))).toBe('wrong');

  // Somebody who has lost it is given a new code, and the old PIN goes with everything else.
  expect((await resetAccess(db, system, person.id)).ok).toBe(true);
  expect(await readSession(db, joined.value.session.id)).toBe('stale');
  expect(await listNames(db, kitchen)).toEqual([]);
});

test('a code opens no tablet elsewhere, and no PIN for whoever writes about others', async () => {
  const worker = await add('joan');
  const manager = await add('ruth', 'manager');
  const birch = await enrol('Birch', 'birch');
  const join = (tablet: Tablet, username: string, code: string) =>
    joinOnTablet(db, tablet, { username, code, ...pin });
  expect(refusal(await join(birch, 'joan', worker.code))).toBe('elsewhere');
  expect(refusal(await join(kitchen, 'ruth', manager.code))).toBe('needs-password');
  expect(refusal(await join(kitchen, 'joan', worker.code))).toBe('in');
});

test('guessing at codes on a tablet slows the name down there, and not on their own phone', async () => {
  const password = 'the bus was late again';
  await addWithPassword(db, 'slow', password);
  const at = '2030-01-01T09:00:00.000Z';
  const guess = { username: 'slow', code: 'not-this-one-here', ...pin };
  for (let n = 0; n < 5; n += 1)
    expect(refusal(await joinOnTablet(db, kitchen, guess, null, at))).toBe('wrong');
  expect(refusal(await joinOnTablet(db, kitchen, guess, null, at))).toBe('wait');
  expect(refusal(await signIn(db, { username: 'slow', password }, at))).toBe('in');
});
