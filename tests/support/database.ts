import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, migrateDatabase, type Database } from '#db';

/** A fresh, migrated database file of its own, with the way to remove it. */
export async function freshDatabase(): Promise<{ db: Database; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'in-practice-'));
  const db = await openDatabase(`file:${join(folder, 'test.db')}`);
  await migrateDatabase(db);
  const remove = async () => {
    db.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { db, remove };
}
