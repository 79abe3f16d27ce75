import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { Database } from './client.ts';

/** What a database file holds, in numbers, and what is wrong with it. */
export interface FileState {
  /** How many migrations were run on it, and when (ms) the latest of them was written. */
  schema: { migrations: number; latest: number };
  /** Rows by table. */
  rows: Record<string, number>;
  /** The time (ISO) of the newest thing that was done in it, where there is any. */
  newest: string | null;
  /** How many hash chains it holds, and one hash over where each of them ends. */
  chains: { count: number; ends: string };
  /** What SQLite finds wrong with it; empty for a sound file. */
  faults: string[];
}

/**
 * Copies an open database as it is at this moment into a new file, while others go on writing: one
 * read, so it is consistent. What was deleted is not in the copy. Throws where the path is taken.
 */
export const copyDatabase = (db: Database, path: string) =>
  db.client.execute({ sql: 'VACUUM INTO ?', args: [path] });

/**
 * Opens a file that no service uses, through Node's own SQLite: that one lets go of a file when it is
 * closed, the driver of the service only some time later. Never on a file that the same process has
 * open through the driver: when either closes it, the locks of the other are gone.
 */
function withFile<Value>(path: string, ask: (file: DatabaseSync) => Value): Value {
  const file = new DatabaseSync(path, { timeout: 200 });
  try {
    return ask(file);
  } finally {
    file.close();
  }
}

/** Opens a file and reads all of it: is it sound, and what does it hold. Throws where it is no database. */
export const inspectFile = (path: string): FileState =>
  withFile(path, (file) => {
    const list = (sql: string) =>
      file
        .prepare(sql)
        .all()
        .map((row) => Object.values(row));
    const one = (sql: string) => list(sql)[0] ?? [];
    const sound = list('PRAGMA integrity_check').map(([line]) => String(line));
    const orphans = list('PRAGMA foreign_key_check');
    const tables = list(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    ).map(([name]) => String(name));
    const dated = tables.filter(
      (table) =>
        table !== 'publications' &&
        list(`PRAGMA table_info("${table}")`).some(([, column]) => column === 'at'),
    );
    const latest = dated.flatMap((table) => one(`SELECT max(at) FROM "${table}"`));
    const migrated = tables.includes('__drizzle_migrations')
      ? one('SELECT count(*), max(created_at) FROM __drizzle_migrations')
      : [];
    const ends = tables.includes('links')
      ? list('SELECT chain, max(seq), hash FROM links GROUP BY chain ORDER BY chain')
      : [];
    return {
      schema: { migrations: Number(migrated[0] ?? 0), latest: Number(migrated[1] ?? 0) },
      rows: Object.fromEntries(
        tables.map((table) => [table, Number(one(`SELECT count(*) FROM "${table}"`)[0])]),
      ),
      newest:
        latest
          .filter((at) => typeof at === 'string')
          .sort()
          .at(-1) ?? null,
      chains: {
        count: ends.length,
        ends: createHash('sha256').update(JSON.stringify(ends)).digest('hex'),
      },
      faults: [
        ...sound.filter((line) => line !== 'ok'),
        ...orphans.map(([table, row]) => `${String(table)}: row ${String(row)} points to nothing`),
      ],
    };
  });

/**
 * Makes one file of a database and its log, ready to be moved, and says whether that was possible: it
 * is not while another process has it open.
 */
export const takeOutOfUse = (path: string): boolean =>
  withFile(path, (file) => {
    try {
      return file.prepare('PRAGMA journal_mode = DELETE').get()?.['journal_mode'] === 'delete';
    } catch (reason) {
      if ((reason as { errcode?: number }).errcode === lockedCode) return false;
      throw reason;
    }
  });

/** SQLITE_BUSY, as Node's SQLite numbers it. */
const lockedCode = 5;

/** Signs everybody out in a file: a session that has ended since must not come back with a backup. */
export const endAllSessions = (path: string): void =>
  withFile(path, (file) => file.exec('PRAGMA synchronous = FULL; DELETE FROM sessions'));

/**
 * The ids of people whose record was erased, as a file knows them. The note that the beginnings of the
 * audit log were let go lies among them, and names nobody.
 */
export const listErased = (path: string): string[] =>
  withFile(path, (file) => {
    const known = file.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'erasures'").get();
    if (!known) return [];
    return file
      .prepare("SELECT person_id FROM erasures WHERE person_id <> 'audit' ORDER BY person_id")
      .all()
      .map((row) => String(row['person_id']));
  });
