import { fileURLToPath } from 'node:url';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Database } from './client.ts';

const shipped = fileURLToPath(new URL('./migrations', import.meta.url));

/** What went wrong while the tables were brought up to date. The database is as it was before. */
export class MigrationFailed extends Error {
  constructor(cause: unknown) {
    super(`The tables could not be brought up to date: ${(cause as Error).message}`, { cause });
    this.name = 'MigrationFailed';
  }
}

/**
 * Brings the tables up to date. Run by one process, before it serves. All that is missing runs in one
 * transaction: a database is as it was, or up to date. Throws MigrationFailed where it could not be.
 */
export async function migrateDatabase(db: Database, migrationsFolder = shipped): Promise<void> {
  try {
    await migrate(db.orm, { migrationsFolder });
  } catch (reason) {
    throw new MigrationFailed(reason);
  }
}

/** When (ms) the newest migration of this product was written: the number a database is known by. */
export const newestMigration = (migrationsFolder = shipped): number =>
  Math.max(...readMigrationFiles({ migrationsFolder }).map(({ folderMillis }) => folderMillis));

/**
 * How a database stands to this product: `new` where nothing was ever run on it, `behind` or `ahead`
 * where migrations are missing here or there, or `level`.
 */
export async function standsAt(
  db: Database,
  known = newestMigration(),
): Promise<'new' | 'behind' | 'level' | 'ahead'> {
  const { rows: tables } = await db.client.execute(
    "SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'",
  );
  if (!tables.length) return 'new';
  const { rows } = await db.client.execute(
    'SELECT max(created_at) AS latest FROM __drizzle_migrations',
  );
  const latest = Number(rows[0]?.['latest'] ?? 0);
  if (!latest) return 'new';
  return latest < known ? 'behind' : latest > known ? 'ahead' : 'level';
}
