import { createClient } from '@libsql/client';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isConflict, migrateDatabase, openDatabase, type Database } from '#db';
import { askAgain } from '#db/remote.ts';
import { writeOnce } from '#db/write-once.ts';
import { startWriter } from '#db/writer.ts';
import { databaseUrl } from '#server/database-url.ts';
import { startHranaServer } from '../support/hrana-server.mjs';

let server: Awaited<ReturnType<typeof startHranaServer>>;
let db: Database;

beforeAll(async () => {
  server = await startHranaServer();
  db = await openDatabase(server.url('main'));
  await migrateDatabase(db);
});
afterAll(async () => {
  db.close();
  await server.stop();
});
beforeEach(async () => {
  server.setFault();
  await db.write(['DELETE FROM meta', 'DELETE FROM writes']);
});

/** Counts up: done twice it leaves a 2, where a plain insert would be refused and prove nothing. */
const count = (key: string) => ({
  sql: 'INSERT INTO meta VALUES (?, 1) ON CONFLICT (key) DO UPDATE SET value = value + 1',
  args: [key],
});
const taken = (key: string) => ({ sql: "INSERT INTO meta VALUES (?, 'taken')", args: [key] });
const counts = async () => {
  const { rows } = await db.client.execute('SELECT key, value FROM meta ORDER BY key');
  return Object.fromEntries(rows.map((row) => [row['key'], row['value']]));
};
const outcome = (write: Promise<unknown>) =>
  write.then(
    () => 'done',
    (reason: unknown) =>
      isConflict(reason) ? 'conflict' : ((reason as { code?: string }).code ?? 'other'),
  );
type Fault = ReturnType<NonNullable<Parameters<typeof server.setFault>[0]>>;
/** These faults befall the next writes, one each; then all is well. */
const befall = (...faults: Fault[]) => {
  const left = [...faults];
  server.setFault(({ write }) => (write ? left.shift() : undefined));
};
const waits = [10, 20, 40];
const impatient = () => {
  const run = (statements: Parameters<Database['client']['batch']>[0]) =>
    db.client.batch(statements, 'write');
  return startWriter(writeOnce(run, waits)).write;
};
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

describe('a write whose connection breaks off', () => {
  test.each<[string, Fault[]]>([
    ['before it was done', ['before']],
    ['after it was done', ['after']],
    ['and is done late, before it is sent again', [5]],
    ['and is done late, after it was sent again', [40]],
    ['again and again', ['before', 'after', 'busy']],
    ['first late, then after it was done', [60, 'after']],
  ])('%s is done once', async (_, faults) => {
    befall(...faults);
    expect(await outcome(impatient()([count('a')]))).toBe('done');
    await pause(80);
    expect(await counts()).toEqual({ a: '1' });
  });

  test.each<[string, Fault[]]>([
    ['after it was refused', ['after']],
    ['and is late', [60]],
    ['while it is made sure that it is not late', [60, undefined, 'after', 'before']],
  ])('%s is told as refused, and never comes true', async (_, faults) => {
    await db.write([taken('a')]);
    befall(...faults);
    const write = impatient()([count('b'), taken('a')]);
    expect(await outcome(write)).toBe('conflict');
    // What stood in its way goes, so that the late one could be done if its id had not been used up.
    await db.write(["DELETE FROM meta WHERE key = 'a'"]);
    await pause(80);
    expect(await counts()).toEqual({});
  });

  test('of which nothing is heard at all is called neither done nor lost', async () => {
    const write = impatient();
    server.setFault(() => 'after');
    const before = server.requests();
    const all = await Promise.all(['a', 'b', 'c'].map((key) => outcome(write([count(key)]))));
    expect(all).toEqual(Array(3).fill('OUTCOME_UNKNOWN'));
    // One try for the three of them and one after each wait: none is tried by itself, which could do it twice.
    expect(server.requests() - before).toBe(1 + waits.length);
    server.setFault();
    expect(await counts()).toEqual({ a: '1', b: '1', c: '1' });
  });
});

test('a mistake of ours is told at once, as what it is', async () => {
  server.setFault(() => 'before');
  const before = server.requests();
  const value = Symbol('nothing a column takes') as unknown as string;
  const wrong = impatient()([{ sql: 'INSERT INTO meta VALUES (?, ?)', args: ['a', value] }]);
  await expect(wrong).rejects.toThrow('Unsupported type of value');
  expect(server.requests()).toBe(before);
});

test('reads are asked again, and what is no read is not', async () => {
  await db.write([taken('a')]);
  const left: Fault[] = ['before', 'after', 'busy'];
  server.setFault(() => left.shift());
  expect(await counts()).toEqual({ a: 'taken' });
  const client = askAgain(createClient({ url: server.url('main') }), waits);
  for (const sql of [
    "INSERT INTO meta VALUES ('b', '1')",
    "WITH b AS (SELECT 'b') INSERT INTO meta SELECT 'b', '1' FROM b RETURNING key",
  ]) {
    left.push('before');
    await expect(client.execute(sql)).rejects.toThrow('fetch failed');
  }
  client.close();
  expect(await counts()).toEqual({ a: 'taken' });
});

test('a database that asks for a token is opened with the one of the environment', async () => {
  const guarded = await startHranaServer({ token: 'a secret' });
  const env = { DATABASE_URL: guarded.url('main') };
  const open = async (more: Record<string, string>) => {
    const opened = await openDatabase(databaseUrl({ ...env, ...more }));
    try {
      return (await opened.client.execute('SELECT 1 AS one')).rows[0]?.['one'];
    } finally {
      opened.close();
    }
  };
  expect(await open({ DATABASE_AUTH_TOKEN: 'a secret' })).toBe(1);
  await expect(open({ DATABASE_AUTH_TOKEN: 'a guess' })).rejects.toThrow('401');
  await expect(open({})).rejects.toThrow('401');
  await guarded.stop();
});

test('under a seeded storm every write is there once, or was refused, or is owned to be unknown', async () => {
  let state = 20_261;
  const chance = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  await db.write([taken('taken')]);
  const faults: Fault[] = ['before', 'after', 'busy', 5, 25, 50];
  server.setFault(() =>
    chance() < 0.4 ? faults[Math.floor(chance() * faults.length)] : undefined,
  );
  const write = impatient();
  const told = new Map<string, string>();
  const one = async (key: string, conflicts: boolean) => {
    const statements = conflicts ? [count(key), taken('taken')] : [count(key)];
    told.set(key, await outcome(write(statements)));
  };
  for (let round = 0; round < 25; round += 1)
    await Promise.all(Array.from({ length: 4 }, (_, at) => one(`${round}-${at}`, chance() < 0.2)));
  server.setFault();
  await pause(100);
  const kept = await counts();
  const wrong = [...told].filter(([key, said]) => {
    if (said === 'done') return kept[key] !== '1';
    if (said === 'conflict') return key in kept;
    return said !== 'OUTCOME_UNKNOWN' || (kept[key] ?? '1') !== '1';
  });
  expect(wrong).toEqual([]);
  const said = (word: string) => [...told.values()].filter((one) => one === word).length;
  expect([said('done') > 40, said('conflict') > 5, told.size]).toEqual([true, true, 100]);
});
