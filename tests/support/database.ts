import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, migrateDatabase, type Database } from '#db';
import { startHranaServer } from './hrana-server.mjs';

let server: ReturnType<typeof startHranaServer> | undefined;

/** A fresh, migrated database of its own, with the way to remove it: a file, or over the wire where asked. */
export async function freshDatabase(
  name = 'test',
): Promise<{ db: Database; remove: () => Promise<void> }> {
  const { url, remove } = await freshUrl(name);
  const db = await openDatabase(url);
  await migrateDatabase(db);
  return {
    db,
    async remove() {
      db.close();
      await remove();
    },
  };
}

/** Where a database that is not there yet may be made: `DATABASE_OVER=http` chooses the wire. */
export async function freshUrl(
  name = 'test',
): Promise<{ url: string; remove: () => Promise<void> }> {
  if (process.env['DATABASE_OVER'] === 'http') {
    // One for all tests of a worker; it ends with the process.
    server ??= startHranaServer();
    const { url, remove, unref } = await server;
    unref();
    const own = randomUUID();
    return { url: url(own), remove: () => Promise.resolve(remove(own)) };
  }
  const folder = await mkdtemp(join(tmpdir(), 'in-practice-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  return { url: `file:${join(folder, `${name}.db`)}`, remove };
}
