import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createClient, type Client } from '@libsql/client';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isBusy, type Database } from '#db';
import { concurrency, startFileWrites } from '#db/file-writes.ts';
import { freshDatabase } from '../support/database.ts';

let db: Database;
let remove: () => Promise<void>;
const holders: ChildProcess[] = [];
const clients: Client[] = [];

beforeAll(async () => {
  ({ db, remove } = await freshDatabase());
});
afterAll(() => remove());
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  for (const holder of holders.splice(0)) await letGo(holder);
  await db.write(['DELETE FROM meta']);
});

const put = (key: string) => ({
  sql: 'INSERT INTO meta (key, value) VALUES (?, 1)',
  args: [key],
});
const keys = async (client = db.client) =>
  (await client.execute('SELECT key FROM meta ORDER BY rowid')).rows.map((row) => row['key']);

/** Another process, of another SQLite, that holds the file for writing until it is let go. */
async function holdFile(): Promise<ChildProcess> {
  const script = `const { DatabaseSync } = require('node:sqlite');
    const db = new DatabaseSync(process.argv[1]);
    db.exec('BEGIN IMMEDIATE');
    process.send('held');
    process.once('message', () => { db.exec('COMMIT'); process.exit(); });`;
  const path = fileURLToPath(db.url.replace('file:', 'file://'));
  const holder = spawn(process.execPath, ['-e', script, path], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  holders.push(holder);
  await once(holder, 'message');
  return holder;
}

async function letGo(holder: ChildProcess) {
  if (holder.exitCode !== null) return;
  const ended = once(holder, 'exit');
  holder.send('let go');
  await ended;
}

function openImpatient() {
  const client = createClient({ url: db.url, timeout: 20, concurrency });
  clients.push(client);
  return { client, file: startFileWrites(client) };
}

describe('while another process holds the file', () => {
  test('a write waits for it and is taken, and reads are answered meanwhile', async () => {
    const holder = await holdFile();
    let taken = false;
    const write = db.write([put('patient')]).then(() => (taken = true));
    const read: boolean[] = [];
    // The first try lasts a second, in which nothing else is answered; the next ones let others in.
    for (let times = 0; times < 3; times += 1) {
      await new Promise((done) => setTimeout(done, 10));
      expect(await keys()).toEqual([]);
      read.push(taken);
    }
    expect(read).toEqual([false, false, false]);
    await letGo(holder);
    await write;
    expect(await keys()).toEqual(['patient']);
  });

  test('past its patience a write is refused as busy, and nothing of it is kept', async () => {
    const { client, file } = openImpatient();
    await file.open();
    const holder = await holdFile();
    const refused = await file.batch([put('never')]).catch((reason: unknown) => reason);
    expect(isBusy(refused)).toBe(true);
    await letGo(holder);
    expect(await keys(client)).toEqual([]);
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((key) => file.batch([put(key)])));
    expect(await keys(client)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('reads that are under way when the pool is opened anew are not cut off', async () => {
    const { client, file } = openImpatient();
    await file.open();
    await holdFile();
    const readOn = async (times: number): Promise<void> => {
      for (let left = times; left; left -= 1) await keys(client);
    };
    const write = file.batch([put('never')]).catch(() => 'refused');
    // All go on in the turn in which the write is refused, each at another point of its reading.
    const reads = Promise.allSettled(Array.from({ length: 3 }, () => readOn(40)));
    expect((await reads).map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
    expect(await write).toBe('refused');
  });

  test('every connection is durable again afterwards', async () => {
    const { client, file } = openImpatient();
    await file.open();
    const holder = await holdFile();
    await file.batch([put('never')]).catch(() => {});
    await letGo(holder);
    const held = await Promise.all(
      Array.from({ length: concurrency }, () => client.transaction('deferred')),
    );
    const asked = await Promise.all(
      held.map(async (one) => [
        (await one.execute('PRAGMA synchronous')).rows[0]?.[0],
        (await one.execute('PRAGMA foreign_keys')).rows[0]?.[0],
      ]),
    );
    for (const one of held) await one.rollback();
    expect(asked).toEqual(Array.from({ length: concurrency }, () => [2, 1]));
  });
});
