import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#db';
import { signIn } from '#server/auth/sign-in.ts';
import { freshDatabase } from '../support/database.ts';
import { addSomebody, addWithPassword } from '../support/team.ts';

let db: Database;
let remove: () => Promise<void>;
const password = 'the bus was late again';

beforeAll(async () => {
  ({ db, remove } = await freshDatabase());
  await addWithPassword(db, 'amina.yusuf', password);
});
afterAll(() => remove());

const start = Date.parse('2030-01-01T09:00:00.000Z');
const after = (seconds: number) => new Date(start + seconds * 1000).toISOString();

test('the right password opens a session, whatever the capitals of the name', async () => {
  const result = await signIn(db, { username: ' Amina.Yusuf ', password });
  expect(result).toMatchObject({
    ok: true,
    value: { person: { username: 'amina.yusuf' }, session: { mustChoosePassword: false } },
  });
});

test('a wrong password and an unknown name are answered alike', async () => {
  const wrong = await signIn(db, { username: 'amina.yusuf', password: 'not this one' });
  const unknown = await signIn(db, { username: 'nobody.here', password: 'not this one' });
  expect(wrong).toEqual({ ok: false, problem: { code: 'wrong' } });
  expect(unknown).toEqual(wrong);
});

test('an unknown name takes about as long as a known one', async () => {
  const time = async (username: string) => {
    const begun = performance.now();
    await signIn(db, { username, password: 'not this one' }, after(-86_400 * 30));
    return performance.now() - begun;
  };
  await addWithPassword(db, 'timed.person', password);
  await time('warm.up');
  const known = Math.min(await time('timed.person'), await time('timed.person'));
  const unknown = Math.min(await time('unknown.a'), await time('unknown.b'));
  // Without the stand-in an unknown name answers in a tenth of the time.
  expect(unknown).toBeGreaterThan(known / 3);
});

test.each([
  [{ username: '', password: '' }, ['username', 'password']],
  [{ username: '  ', password: 'x' }, ['username']],
  [{ username: 'amina.yusuf', password: undefined }, ['password']],
  [{ username: 'a'.repeat(101), password: 'x'.repeat(201) }, ['username', 'password']],
  [{ username: { $ne: '' }, password: ['x'] }, ['username', 'password']],
])('%j is malformed', async (input, fields) => {
  const result = await signIn(db, input);
  if (result.ok || result.problem.code !== 'malformed') throw new Error('it was let through');
  expect(result.problem.problems.map(({ field }) => field)).toEqual(fields);
});

describe('slowing down', () => {
  const guess = (username: string, seconds: number, tried = 'not this one') =>
    signIn(db, { username, password: tried }, after(seconds));
  const codeOf = (result: Awaited<ReturnType<typeof guess>>) =>
    result.ok
      ? 'in'
      : result.problem.code === 'wait'
        ? result.problem.seconds
        : result.problem.code;

  test('five wrong ones in a row, then a wait that doubles, and the right one ends it', async () => {
    await addWithPassword(db, 'slow.one', password);
    const codes = [];
    for (const second of [0, 1, 2, 3, 4]) codes.push(codeOf(await guess('slow.one', second)));
    expect(codes).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong']);

    expect(codeOf(await guess('slow.one', 5))).toBe(29);
    // While waiting the right one is not tried either, and nothing is counted.
    expect(codeOf(await guess('slow.one', 6, password))).toBe(28);
    expect(codeOf(await guess('slow.one', 34))).toBe('wrong');
    expect(codeOf(await guess('slow.one', 35))).toBe(59);

    expect(codeOf(await guess('slow.one', 94, password))).toBe('in');
    expect(codeOf(await guess('slow.one', 95))).toBe('wrong');
    expect(codeOf(await guess('slow.one', 96, password))).toBe('in');
  });

  test('a name that nobody has slows down just the same', async () => {
    for (const second of [0, 1, 2, 3, 4]) await guess('ghost', second);
    expect(codeOf(await guess('GHOST ', 5))).toBe(29);
    expect(codeOf(await guess('other.ghost', 5))).toBe('wrong');
  });

  test('guesses sent all at once are counted one by one', async () => {
    const codes = (await Promise.all(Array.from({ length: 12 }, () => guess('rushed', 0)))).map(
      codeOf,
    );
    expect(codes.filter((code) => code === 'wrong')).toHaveLength(5);
    expect(codes.filter((code) => code === 30)).toHaveLength(7);
  });

  test('a name tried is stored only as a hash', async () => {
    const { rows } = await db.client.execute('SELECT * FROM sign_in_failures');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/ghost|rushed|slow/);
  });

  test('failures of more than a day ago are forgotten', async () => {
    for (const second of [0, 1, 2, 3, 4]) await guess('yesterday', second);
    await guess('somebody.else', 90_000);
    expect(codeOf(await guess('yesterday', 90_001))).toBe('wrong');
    expect(codeOf(await guess('yesterday', 90_002))).toBe('wrong');
  });
});

test('a joining code may be typed with spaces and capitals', async () => {
  const { person, code } = await addSomebody(db, 'from.paper');
  expect(code).toMatch(/^[a-z]+(-[a-z]+){3}$/);
  const typed = `${code.replaceAll('-', ' ').toUpperCase()} `;
  const result = await signIn(db, { username: person.username, password: typed });
  expect(result).toMatchObject({ ok: true, value: { session: { mustChoosePassword: true } } });
});

test('a password of one’s own is taken as it is typed', async () => {
  await addWithPassword(db, 'exact.one', 'Seven-Tall-Ships');
  const result = await signIn(db, { username: 'exact.one', password: 'seven-tall-ships' });
  expect(result.ok).toBe(false);
});
