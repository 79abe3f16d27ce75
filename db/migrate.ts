import { readMigrationFiles } from 'drizzle-orm/migrator';
import { fileURLToPath } from 'node:url';
import { migrate } from 'drizzle-orm/libsql/migrator';
import type { Database } from './client.ts';

const shipped = fileURLToPath(new URL('./migrations', import.meta.url));

/**
 * Brings the tables up to date. Run by one process, before it serves. All that is missing runs in one
 * transaction: a database is as it was, or up to date. Throws what went wrong.
 */
export async function migrateDatabase(db: Database, migrationsFolder = shipped): Promise<void> {
  await migrate(db.orm, { migrationsFolder });
}

/** When (ms) the newest migration of this product was written: the number a database is known by. */
export const newestMigration = (migrationsFolder = shipped): number =>
  Math.max(...readMigrationFiles({ migrationsFolder }).map(({ folderMillis }) => folderMillis));
