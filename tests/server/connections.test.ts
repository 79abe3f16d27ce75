import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#db';
import { freshDatabase } from '../support/database.ts';

// Of a file alone: how a remote database keeps what it is given is its own affair.
let db: Database;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ db, remove } = await freshDatabase());
});
afterAll(() => remove());

describe('every connection of the pool', () => {
  async function askEach(other: Database) {
    const held = await Promise.all(
      Array.from({ length: 4 }, () => other.client.transaction('deferred')),
    );
    try {
      // A pool of more would leave a connection unasked; none is left over to take.
      await expect(other.client.execute('SELECT 1')).rejects.toMatchObject({
        code: 'TRANSACTION_ACTIVE',
      });
      return await Promise.all(
        held.map(async (connection) => {
          const ask = async (name: string) =>
            Object.values((await connection.execute(`PRAGMA ${name}`)).rows[0]!)[0];
          return [await ask('synchronous'), await ask('foreign_keys'), await ask('journal_mode')];
        }),
      );
    } finally {
      for (const connection of held) await connection.rollback();
    }
  }
  const full = Array.from({ length: 4 }, () => [2, 1, 'wal']);

  test('waits for the disk, checks what rows point to, and logs ahead', async () => {
    expect(await askEach(db)).toEqual(full);
  });

  test('still does after refused writes, rollbacks and a busy time', async () => {
    const taken = "INSERT INTO meta (key, value) VALUES ('a', '1')";
    await expect(db.write([taken, taken])).rejects.toThrow('UNIQUE');
    await expect(db.write(['nonsense'])).rejects.toThrow('syntax');
    await db.client.transaction('write').then((one) => one.rollback());
    await Promise.all(Array.from({ length: 30 }, () => db.client.execute('SELECT 1')));
    expect(await askEach(db)).toEqual(full);
  });
});
