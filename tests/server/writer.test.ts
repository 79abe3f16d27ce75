import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isBusy, isConflict, type Database } from '#db';
import { startWriter } from '#db/writer.ts';
import { freshDatabase } from '../support/database.ts';

let db: Database;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ db, remove } = await freshDatabase());
});
afterAll(() => remove());
afterEach(() => db.write(['DELETE FROM meta']));

const put = (key: string, value: string) => ({
  sql: 'INSERT INTO meta (key, value) VALUES (?, ?)',
  args: [key, value],
});
const keys = async () =>
  (await db.client.execute('SELECT key FROM meta ORDER BY rowid')).rows.map((row) => row['key']);
const outcome = (write: Promise<void>) =>
  write.then(
    () => 'written',
    (reason: unknown) => (isConflict(reason) ? 'conflict' : 'refused'),
  );

/** A writer on the same database that counts its transactions. */
function countingWriter() {
  const batches: number[] = [];
  const { write } = startWriter((statements) => {
    batches.push(statements.length);
    return db.client.batch(statements, 'write');
  });
  return { write, batches };
}

describe('writes of one turn', () => {
  test('share one transaction, are all there and keep their order', async () => {
    const { write, batches } = countingWriter();
    const names = Array.from({ length: 100 }, (_, at) => `key-${at}`);
    await Promise.all(names.map((name) => write([put(name, '1'), put(`${name}-more`, '2')])));
    expect(await keys()).toEqual(names.flatMap((name) => [name, `${name}-more`]));
    expect(batches).toEqual([200]);
  });

  test('one that conflicts fails alone, and of it nothing is kept', async () => {
    const { write } = countingWriter();
    await write([put('taken', '1')]);
    const outcomes = await Promise.all(
      [
        [put('a', '1')],
        [put('b', '1'), put('taken', '2'), put('c', '1')],
        [put('d', '1')],
        [{ sql: 'INSERT INTO nowhere VALUES (1)', args: [] }],
        [put('a', '2')],
        [put('e', '1')],
      ].map((statements) => outcome(write(statements))),
    );
    expect(outcomes).toEqual(['written', 'conflict', 'written', 'refused', 'conflict', 'written']);
    expect(await keys()).toEqual(['taken', 'a', 'd', 'e']);
    const { rows } = await db.client.execute("SELECT value FROM meta WHERE key = 'taken'");
    expect(rows[0]?.['value']).toBe('1');
  });

  test('the later of two stands, also where another write of the turn was refused', async () => {
    const set = (value: string) => ({
      sql: 'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      args: ['last', value],
    });
    await Promise.all([
      db.write([set('first')]),
      outcome(db.write([put('last', 'refused')])),
      db.write([set('second')]),
      db.write([set('third')]),
    ]);
    const { rows } = await db.client.execute("SELECT value FROM meta WHERE key = 'last'");
    expect(rows[0]?.['value']).toBe('third');
  });

  test('none is answered before it can be read on another connection', async () => {
    const seen = await Promise.all(
      ['x', 'y', 'z'].map(async (key) => {
        await db.write([put(key, '1')]);
        return (await db.client.execute({ sql: 'SELECT 1 FROM meta WHERE key = ?', args: [key] }))
          .rows.length;
      }),
    );
    expect(seen).toEqual([1, 1, 1]);
  });

  test('a write that arrives while others are being written is not forgotten', async () => {
    const later: Promise<void>[] = [];
    const first = Array.from({ length: 5 }, (_, at) =>
      db
        .write([put(`early-${at}`, '1')])
        .then(() => void later.push(db.write([put(`late-${at}`, '1')]))),
    );
    await Promise.all(first);
    await Promise.all(later);
    expect(await keys()).toHaveLength(10);
  });
});

describe('what befalls the database', () => {
  const fault = (code: string) => Object.assign(new Error(code), { code });

  test.each(['SQLITE_BUSY', 'SQLITE_FULL', 'SQLITE_IOERR', 'SERVER_ERROR'])(
    '%s refuses all writes of the turn after one try',
    async (code) => {
      let tries = 0;
      const { write } = startWriter(() => {
        tries += 1;
        return Promise.reject(fault(code));
      });
      const writes = await Promise.allSettled(['a', 'b', 'c'].map((key) => write([put(key, '1')])));
      expect(writes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
      expect(tries).toBe(1);
    },
  );

  test('a value that cannot be sent refuses only its own write', async () => {
    const { write } = countingWriter();
    const wrong = { sql: 'INSERT INTO meta VALUES (?, ?)', args: ['w', Number.NaN] };
    const writes = [write([put('a', '1')]), write([wrong]), write([put('b', '1')])];
    expect(await Promise.all(writes.map(outcome))).toEqual(['written', 'refused', 'written']);
  });

  test('more writes than may wait are refused at once as busy; those that wait are all taken', async () => {
    const { write } = startWriter(
      (statements) => db.client.batch(statements, 'write'),
      undefined,
      3,
    );
    const told = ['a', 'b', 'c', 'd', 'e'].map((key) =>
      write([put(key, '1')]).then(
        () => 'written',
        (reason: unknown) => isBusy(reason) && 'busy',
      ),
    );
    expect(await Promise.all(told)).toEqual(['written', 'written', 'written', 'busy', 'busy']);
    expect(await outcome(write([put('later', '1')]))).toBe('written');
    expect(await keys()).toEqual(['a', 'b', 'c', 'later']);
  });
});

describe('a conflict', () => {
  test.each([
    ['a key that is there', [put('k', '1'), put('k', '2')], 'conflict'],
    [
      'nothing where something must be',
      [{ sql: 'INSERT INTO meta VALUES (?, NULL)', args: ['k'] }],
      'refused',
    ],
    [
      'a person who is nowhere',
      [{ sql: 'INSERT INTO sessions VALUES (?, ?, ?)', args: ['h', 'nobody', 'later'] }],
      'refused',
    ],
  ])('%s', async (_, statements, expected) => {
    expect(await outcome(db.write(statements))).toBe(expected);
    expect(await keys()).toEqual([]);
  });
});
