import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstServiceId, replacePin, type Database, type Tablet } from '#db';
import type { Person } from '#domain/access/person.ts';
import { system } from '#domain/access/system.ts';
import { hashId } from '#server/auth/hash-id.ts';
import { hashPassword } from '#server/auth/password.ts';
import { readSession } from '#server/auth/read-session.ts';
import { keeperOf } from '#server/auth/session-keeper.ts';
import { signIn } from '#server/auth/sign-in.ts';
import { readDebrief } from '#server/read-debrief.ts';
import { recordMove } from '#server/record-move.ts';
import { startAttempt } from '#server/start-attempt.ts';
import { endTablet } from '#server/tablets/end-tablet.ts';
import { enrolTablet } from '#server/tablets/enrol-tablet.ts';
import { listOwnTablets } from '#server/tablets/list-own-tablets.ts';
import { readTablet } from '#server/tablets/read-tablet.ts';
import { dropPin, setPin } from '#server/tablets/set-pin.ts';
import { listNames, signInWithPin } from '#server/tablets/sign-in-with-pin.ts';
import { freshService, toBody, ways, type TestService } from '../support/service.ts';
import { addWithPassword } from '../support/team.ts';

let service: TestService;
let db: Database;
let kitchen: Tablet;
let office: Tablet;
let amina: Person;
const password = 'the bus was late again';
const pin = '739105';

async function enrol(name: string) {
  const made = await enrolTablet(db, system, { name, serviceId: firstServiceId });
  if (!made.ok) throw new Error(JSON.stringify(made.problem));
  const cookies = { get: () => ({ value: made.value.token }) };
  return { tablet: (await readTablet(db, cookies))!, cookies, token: made.value.token };
}
async function open(tablet: Tablet, person: Person) {
  const opened = await signInWithPin(db, tablet, person.id, pin);
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
}
const refusal = (result: { ok: boolean; problem?: { code: string } }) =>
  result.ok ? 'in' : result.problem?.code;
const isOpen = async (id: string) => typeof (await readSession(db, id)) === 'object';

beforeAll(async () => {
  service = await freshService();
  ({ db } = service);
  kitchen = (await enrol('Kitchen')).tablet;
  office = (await enrol('Office')).tablet;
  amina = await addWithPassword(db, 'amina', password);
  await replacePin(db, amina.id, await hashPassword(pin), '2026-01-05T09:00:00.000Z');
});
afterAll(() => service.remove());

describe('a shared tablet', () => {
  test('is known by a cookie that a copied database does not hold', async () => {
    const { token } = await enrol('Hall');
    const rows = await service.rows('SELECT * FROM devices');
    expect(JSON.stringify(rows)).not.toContain(token);
    const copied = { get: () => ({ value: String(rows[0]!['token_hash']) }) };
    expect(await readTablet(db, copied)).toBeUndefined();
    expect(await readTablet(db, { get: () => undefined })).toBeUndefined();
  });

  test('is enrolled and ended by managers of its service alone', async () => {
    const elsewhere = { ...amina, role: 'manager', services: ['birch'] } as const;
    const input = { name: 'Mine', serviceId: firstServiceId };
    expect(refusal(await enrolTablet(db, amina, input))).toBe('not-allowed');
    expect(refusal(await enrolTablet(db, elsewhere, input))).toBe('malformed');
    expect(refusal(await enrolTablet(db, { ...system, onTablet: true }, input))).toBe(
      'not-allowed',
    );
    expect(refusal(await endTablet(db, amina, kitchen.id))).toBe('not-found');
    expect(refusal(await endTablet(db, elsewhere, kitchen.id))).toBe('not-found');
    expect(await listOwnTablets(db, elsewhere)).toEqual([]);
    for (const name of ['  ', 'x'.repeat(41), undefined])
      expect(refusal(await enrolTablet(db, system, { ...input, name }))).toBe('malformed');
  });

  test('that is ended, ends every session on it at once, and its cookie is worth nothing', async () => {
    const { tablet, cookies } = await enrol('Lounge');
    const [there, here] = [await open(tablet, amina), await open(kitchen, amina)];
    expect([await isOpen(there.session.id), await isOpen(here.session.id)]).toEqual([true, true]);
    expect((await endTablet(db, system, tablet.id)).ok).toBe(true);
    expect([await isOpen(there.session.id), await isOpen(here.session.id)]).toEqual([false, true]);
    expect(await readTablet(db, cookies)).toBeUndefined();
    expect(refusal(await endTablet(db, system, tablet.id))).toBe('not-found');
    // By another process, which deletes nothing here: the tablet decides all the same.
    const other = await enrol('Porch');
    const late = await open(other.tablet, amina);
    await db.write([
      { sql: "UPDATE devices SET revoked_at = 'now' WHERE id = ?", args: [other.tablet.id] },
    ]);
    expect(await isOpen(late.session.id)).toBe(false);
  });

  test('shows the names of those who work there and have a PIN, and no leaver', async () => {
    const gone = await addWithPassword(db, 'gone', password);
    await replacePin(db, gone.id, await hashPassword(pin), '2026-01-05T09:00:00.000Z');
    await addWithPassword(db, 'without', password);
    const names = async () => (await listNames(db, kitchen)).map(({ id }) => id);
    expect(await names()).toEqual([amina.id, gone.id]);
    await db.write([{ sql: "UPDATE people SET left_at = 'x' WHERE id = ?", args: [gone.id] }]);
    expect(await names()).toEqual([amina.id]);
    expect(refusal(await signInWithPin(db, kitchen, gone.id, pin))).toBe('not-found');
  });
});

describe('a session by PIN', () => {
  const end = async (id: string) =>
    Date.parse(
      String(
        (await service.rows('SELECT expires_at FROM sessions WHERE id_hash = ?', hashId(id)))[0]![
          'expires_at'
        ],
      ),
    );
  const set = (id: string, column: string, minutes: number) =>
    db.write([
      {
        sql: `UPDATE sessions SET ${column} = ? WHERE id_hash = ?`,
        args: [new Date(Date.now() + minutes * 60_000).toISOString(), hashId(id)],
      },
    ]);
  const minutesLeft = async (id: string) => Math.round(((await end(id)) - Date.now()) / 60_000);

  test('locks five minutes after it was last used, and four hours after it began', async () => {
    const { session } = await open(kitchen, amina);
    expect(await minutesLeft(session.id)).toBe(5);
    await set(session.id, 'expires_at', 2);
    expect(await isOpen(session.id)).toBe(true);
    expect(await minutesLeft(session.id)).toBe(5);

    keeperOf(db).cache.drop(hashId(session.id));
    await set(session.id, 'started_at', -238);
    await set(session.id, 'expires_at', 1);
    expect(await isOpen(session.id)).toBe(true);
    expect(await minutesLeft(session.id)).toBe(2);

    keeperOf(db).cache.drop(hashId(session.id));
    await set(session.id, 'expires_at', -0.01);
    expect(await isOpen(session.id)).toBe(false);
  });

  test('ends with the PIN it rests on', async () => {
    const who = await addWithPassword(db, 'changer', password);
    const set = (next: string, current = password) =>
      setPin(db, { person: who }, { current, pin: next, again: next });
    expect(refusal(await set('739105', 'not this one'))).toBe('wrong');
    expect(refusal(await set('111111'))).toBe('malformed');
    expect(
      refusal(
        await setPin(
          db,
          { person: { ...who, onTablet: true } },
          { current: password, pin, again: pin },
        ),
      ),
    ).toBe('not-allowed');
    expect(refusal(await set(pin))).toBe('in');
    const first = await open(kitchen, who);
    expect(refusal(await set('405917'))).toBe('in');
    expect(await isOpen(first.session.id)).toBe(false);
    expect(refusal(await signInWithPin(db, kitchen, who.id, pin))).toBe('wrong');
    expect(refusal(await signInWithPin(db, kitchen, who.id, ' 405 917 '))).toBe('in');
    expect((await dropPin(db, { person: who })).ok).toBe(true);
    expect(refusal(await signInWithPin(db, kitchen, who.id, '405917'))).toBe('not-found');
  });
});

describe('guessing at PINs', () => {
  const at = '2030-01-01T09:00:00.000Z';
  const holders = async (count: number, first: string) => {
    const people = [];
    for (let n = 0; n < count; n += 1) {
      const person = await service.add(`${first}${n}`);
      await replacePin(db, person.id, await hashPassword(pin), at);
      people.push(person);
    }
    return people;
  };

  test('slows the name down on every tablet, and never its password', async () => {
    const guess = (tablet: Tablet, typed: string) =>
      signInWithPin(db, tablet, amina.id, typed, null, at);
    for (let n = 0; n < 5; n += 1) expect(refusal(await guess(kitchen, '000000'))).toBe('wrong');
    expect(refusal(await guess(kitchen, pin))).toBe('wait');
    expect(refusal(await guess(office, pin))).toBe('wait');
    expect(refusal(await signIn(db, { username: 'amina', password }, at))).toBe('in');
    expect(
      refusal(await signInWithPin(db, office, amina.id, pin, null, '2030-01-01T09:01:00.000Z')),
    ).toBe('in');
  });

  test('slows the tablet down for every name, and no other tablet', async () => {
    const later = '2030-02-01T09:00:00.000Z';
    const four = await holders(4, 'many');
    for (const { id } of four)
      for (let n = 0; n < 4; n += 1) await signInWithPin(db, kitchen, id, '000000', null, later);
    const [, , , last] = four;
    expect(refusal(await signInWithPin(db, kitchen, last!.id, pin, null, later))).toBe('wait');
    expect(refusal(await signInWithPin(db, office, last!.id, pin, null, later))).toBe('in');
  });

  test("at the names of colleagues is not made good by a PIN of one's own, and one's own slips are", async () => {
    const march = '2030-03-01T09:00:00.000Z';
    const [own, ...others] = await holders(4, 'own');
    const type = (who: Person, typed: string) =>
      signInWithPin(db, kitchen, who.id, typed, null, march);
    for (const other of others) {
      for (let n = 0; n < 4; n += 1) await type(other, '000000');
      for (let n = 0; n < 2; n += 1) await type(own!, '000000');
      expect(refusal(await type(own!, pin))).toBe('in');
    }
    for (let n = 0; n < 3; n += 1) await type(own!, '000000');
    // Twelve at colleagues' names and the last three: the tablet waits.
    expect(refusal(await type(own!, pin))).toBe('wait');
  });

  test('sent all at once is counted one by one', async () => {
    const [rushed] = await holders(1, 'rushed');
    const later = '2030-03-01T09:00:00.000Z';
    const codes = await Promise.all(
      Array.from({ length: 9 }, async (_, n) =>
        refusal(
          await signInWithPin(db, n % 2 ? kitchen : office, rushed!.id, '000000', null, later),
        ),
      ),
    );
    expect(codes.filter((code) => code === 'wrong')).toHaveLength(5);
    expect(codes.filter((code) => code === 'wait')).toHaveLength(4);
  });
});

test('an attempt keeps the weakest way its worker was signed in, and says it with what it shows', async () => {
  const worker = await addWithPassword(db, 'player', password);
  const strong = { ...worker, signedIn: { signedInBy: 'password', deviceId: null } } as const;
  const byPin = { ...worker, signedIn: { signedInBy: 'pin', deviceId: kitchen.id } } as const;
  const begun = await startAttempt(db, strong, 'hall');
  if (!begun.ok) throw new Error(begun.problem.code);
  const { id } = begun.value;
  const stored = async () =>
    (await service.rows('SELECT signed_in_by, device_id FROM attempts WHERE id = ?', id))[0];
  expect(await stored()).toEqual({ signed_in_by: 'password', device_id: null });

  const [first, second] = ways.sound;
  expect((await recordMove(db, byPin, id, toBody(0, first))).ok).toBe(true);
  expect(await stored()).toEqual({ signed_in_by: 'pin', device_id: kitchen.id });
  expect((await recordMove(db, strong, id, toBody(1, second))).ok).toBe(true);
  expect(await stored()).toEqual({ signed_in_by: 'pin', device_id: kitchen.id });
  const read = await readDebrief(db, strong, id);
  expect(read.ok && read.value.signedIn).toBe('Signed in with a PIN on the tablet “Kitchen”.');
});
