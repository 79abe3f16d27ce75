import { afterAll, beforeAll, expect, test } from 'vitest';
import { isSpent, markKind, takeRecoveryCode, takeStep, type Database } from '#db';
import { decideEntry } from '#server/auth/routes.ts';
import { giveCode } from '#server/auth/give-code.ts';
import { readSession } from '#server/auth/read-session.ts';
import { resetAccess } from '#server/auth/reset-access.ts';
import type { SignedIn } from '#server/auth/session-cache.ts';
import { signIn } from '#server/auth/sign-in.ts';
import { changeApp } from '#server/second-factor/change-app.ts';
import { readSecondFactor } from '#server/second-factor/read-second-factor.ts';
import { hashRecoveryCode } from '#server/second-factor/recovery-codes.ts';
import { drawSecret, findStep, makeSecret, showCode } from '#server/second-factor/totp.ts';
import { resetByUsername } from '../../src/cli/people.ts';
import { freshDatabase } from '../support/database.ts';
import { addWithPassword } from '../support/team.ts';

let db: Database;
let remove: () => Promise<void>;
const password = 'the bus was late again';
const begun = Date.parse('2030-01-01T09:00:00.000Z');
const after = (seconds: number) => new Date(begun + seconds * 1000).toISOString();
const refusal = (result: { ok: boolean; problem?: { code: string } }) =>
  result.ok ? 'in' : result.problem?.code;

async function open(username: string): Promise<SignedIn> {
  const result = await signIn(db, { username, password });
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

/** Sets an app up: what it shares with the service, the codes for paper, and the session that goes on. */
async function setUp(who: SignedIn, at: string) {
  await changeApp(db, who, 'begin', '');
  const state = await readSecondFactor(db, who);
  if (state.is !== 'begun') throw new Error(state.is);
  const secret = state.text.replaceAll(' ', '');
  const done = await changeApp(db, who, 'confirm', showCode(secret, at), at);
  if (!done.ok) throw new Error(done.problem.code);
  return { secret, codes: done.value.codes!, opened: done.value.opened! };
}

const at = (who: SignedIn, pattern: string) =>
  decideEntry(pattern, { role: who.person.role, ...who.session });

beforeAll(async () => {
  ({ db, remove } = await freshDatabase());
  await markKind(db, 'live', '2026-01-01T09:00:00.000Z');
  await addWithPassword(db, 'grace', password, 'manager');
  await addWithPassword(db, 'tom', password, 'assessor');
  await addWithPassword(db, 'joan', password);
});
afterAll(() => remove());

// RFC 6238, appendix B, for SHA-1: the last six of its eight digits.
test.each([
  ['1970-01-01T00:00:59Z', '287082'],
  ['2005-03-18T01:58:29Z', '081804'],
  ['2009-02-13T23:31:30Z', '005924'],
  ['2033-05-18T03:33:20Z', '279037'],
])('at %s the code is %s, and 30 seconds either way', (time, code) => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const step = Math.floor(Date.parse(time) / 30_000);
  expect(showCode(secret, time)).toBe(code);
  expect(findStep(secret, code, new Date(Date.parse(time) + 30_000).toISOString())).toBe(step);
  expect(findStep(secret, code, new Date(Date.parse(time) + 90_000).toISOString())).toBeUndefined();
});

test('the picture is plain SVG that needs no style or script', () => {
  const { svg, text } = drawSecret(makeSecret(), 'grace');
  expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+">/);
  expect(svg).not.toMatch(/style|script|onload/);
  expect(text.replaceAll(' ', '')).toMatch(/^[A-Z2-7]{32}$/);
});

test('in a live service managers and assessors set one up before anything else, workers need not', async () => {
  for (const username of ['grace', 'tom']) {
    const who = await open(username);
    expect(who.session).toMatchObject({ codeStep: 'set-up', needsSecondFactor: true });
    expect(at(who, '/today')).toBe('set-up-code');
    expect(at(who, '/account')).toBe('set-up-code');
    expect(at(who, '/account/second-factor')).toBe('enter');
    expect(at(who, '/sign-out')).toBe('enter');
  }
  const worker = await open('joan');
  expect(worker.session).toMatchObject({ codeStep: null, needsSecondFactor: false });
  expect(at(worker, '/home')).toBe('enter');
});

test('a password and then a code, once each; with the code comes a new session', async () => {
  const elsewhere = await open('tom');
  const first = await open('tom');
  const { secret, codes, opened } = await setUp(first, after(0));
  expect(opened.person.signedIn?.signedInBy).toBe('password-and-code');
  expect([opened.session.codeStep, at(opened, '/today')]).toEqual([null, 'enter']);
  expect(await readSession(db, first.session.id)).toBe('stale');
  // What rested on the password alone is asked for a code as well.
  const held = await readSession(db, elsewhere.session.id);
  expect(held).toMatchObject({ session: { codeStep: 'give' } });

  const half = await open('tom');
  expect(at(half, '/today')).toBe('give-code');
  expect(at(half, '/account/second-factor')).toBe('give-code');
  expect(at(half, '/api/attempts/[attemptId]/moves')).toBe('give-code');
  expect(at(half, '/sign-in/code')).toBe('enter');
  const give = (typed: string, seconds: number) => giveCode(db, half, typed, after(seconds));
  expect(refusal(await give('', 40))).toBe('malformed');
  // The one that set it up is used, and so is every one before it.
  expect(refusal(await give(showCode(secret, after(0)), 10))).toBe('wrong');
  expect(refusal(await give('000000', 40))).toBe('wrong');
  const code = showCode(secret, after(40));
  const given = await give(`${code.slice(0, 3)} ${code.slice(3)}`, 40);
  if (!given.ok) throw new Error(given.problem.code);
  expect(given.value.session.id).not.toBe(half.session.id);
  expect(await readSession(db, half.session.id)).toBe('stale');
  const again = await open('tom');
  expect(refusal(await giveCode(db, again, code, after(41)))).toBe('wrong');

  // Without the phone: a code from paper, once, however it is typed.
  const [paper] = codes;
  const typed = ` ${paper!.toUpperCase().replace('-', ' ')}`;
  expect(refusal(await giveCode(db, again, typed, after(50)))).toBe('in');
  expect(refusal(await giveCode(db, await open('tom'), paper!, after(51)))).toBe('wrong');
  expect(await readSecondFactor(db, opened)).toEqual({ is: 'on', codesLeft: 9 });
  const stored = await db.client.execute('SELECT * FROM recovery_codes');
  expect(JSON.stringify(stored.rows)).not.toContain(codes[1]);
});

test('of one code sent twice at once, one is taken', async () => {
  const { secret, codes } = await setUp(await open('grace'), after(0));
  const two = [await open('grace'), await open('grace')];
  const both = (typed: string, seconds: number) =>
    Promise.all(two.map((who) => giveCode(db, who, typed, after(seconds))));
  expect((await both(showCode(secret, after(60)), 60)).filter(({ ok }) => ok)).toHaveLength(1);
  expect((await both(codes[0]!, 61)).filter(({ ok }) => ok)).toHaveLength(1);

  // By two processes, which do not wait for each other: the write itself is refused.
  const { id } = two[0]!.person;
  const step = findStep(secret, showCode(secret, after(120)), after(120))!;
  const paper = hashRecoveryCode(id, codes[1]!);
  for (const take of [
    () => takeStep(db, id, step),
    () => takeRecoveryCode(db, id, paper, after(120)),
  ]) {
    await take();
    expect(isSpent(await take().catch((reason: unknown) => reason))).toBe(true);
  }
});

test('guessing is slowed down, and does not wait for a password', async () => {
  await addWithPassword(db, 'leah', password);
  await setUp(await open('leah'), after(900));
  const half = await open('leah');
  for (let n = 0; n < 5; n += 1)
    expect(refusal(await giveCode(db, half, '000000', after(1000)))).toBe('wrong');
  expect(refusal(await giveCode(db, half, '000000', after(1000)))).toBe('wait');
  expect(refusal(await signIn(db, { username: 'leah', password }, after(1000)))).toBe('in');
});

test('whoever must have one keeps it; a worker may do without again', async () => {
  const manager = await open('grace');
  expect(refusal(await changeApp(db, manager, 'drop', '000000', after(2000)))).toBe('not-allowed');
  const { secret, opened } = await setUp(await open('joan'), after(0));
  const renewed = await changeApp(db, opened, 'renew', showCode(secret, after(60)), after(60));
  expect(renewed.ok && renewed.value.codes).toHaveLength(10);
  expect(refusal(await changeApp(db, opened, 'drop', '000000', after(120)))).toBe('wrong');
  const code = showCode(secret, after(120));
  expect(refusal(await changeApp(db, opened, 'drop', code, after(120)))).toBe('in');
  expect((await open('joan')).session.codeStep).toBeNull();
  expect(
    refusal(
      await changeApp(db, { ...opened, person: { ...opened.person, onTablet: true } }, 'begin', ''),
    ),
  ).toBe('not-allowed');
});

test('another manager, or whoever runs the machine, resets it with everything else', async () => {
  const grace = await open('grace');
  const tom = (await open('tom')).person;
  const leah = (await open('leah')).person.id;
  expect((await resetAccess(db, grace.person, tom.id)).ok).toBe(true);
  const said = await resetByUsername(db, 'grace');
  expect(said.lines.join(' ')).toMatch(/joining code.*good once, until/);
  const rows = await db.client.execute('SELECT * FROM second_factors');
  expect(rows.rows.map((row) => row['person_id'])).toEqual([leah]);
  const code = /: ([a-z]+(-[a-z]+){3})/.exec(said.lines.join('\n'))![1]!;
  const back = await signIn(db, { username: 'grace', password: code });
  expect(back).toMatchObject({
    value: { session: { mustChoosePassword: true, codeStep: 'set-up' } },
  });
  expect(back.ok && at(back.value, '/account/first-password')).toBe('enter');
  expect(back.ok && at(back.value, '/account/second-factor')).toBe('choose-password');
});

test('a sample, whose passwords are public, asks nobody for one', async () => {
  const sample = await freshDatabase();
  try {
    await markKind(sample.db, 'sample', '2026-01-01T09:00:00.000Z');
    await addWithPassword(sample.db, 'ruth', password, 'manager');
    const came = await signIn(sample.db, { username: 'ruth', password });
    expect(came).toMatchObject({
      value: { session: { codeStep: null, needsSecondFactor: false } },
    });
  } finally {
    await sample.remove();
  }
});
