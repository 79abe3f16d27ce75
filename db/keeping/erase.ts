import type { InStatement } from '@libsql/client';
import type { ErasedPerson } from '../../src/domain/keeping/erased-person.ts';
import { workerChain } from '../chain/link.ts';
import type { Database } from '../client.ts';
import { actedColumns } from './acted-columns.ts';
import { keepOutcomes } from './keep-outcomes.ts';
import { ownTables } from './own-tables.ts';
import type { HeldSheet } from './sheets-naming.ts';

/** Who is to be erased, by whom, and why. */
export interface Erasure {
  personId: string;
  /** What stays of them, where anything must. */
  empty: ErasedPerson;
  /** Sheets of others in which they were named, as they are to be from now on. */
  sheets: readonly HeldSheet[];
  /** The fingerprints by which failed sign-ins with their user name are counted. */
  nameHashes: readonly string[];
  by: string;
  reason: string;
  at: string;
}

const butTheirs = (table: string) => (table === 'people' ? ' AND id <> ?1' : '');
const nobodyRefers = actedColumns
  .map(
    ({ table, column }) =>
      `NOT EXISTS (SELECT 1 FROM ${table} WHERE ${column} = ?1${butTheirs(table)})`,
  )
  .join(' AND ');

const emptySql = `UPDATE people SET name = ?2, username = ?3, role = ?4, category = ?5,
  started_on = ?6, everywhere = 0, added_by = 'erased', added_at = ?7, left_at = ?8 WHERE id = ?1`;

/**
 * Erases one person in one write: counts what they chose where nobody is told apart, removes every row
 * of theirs, what they had begun and not signed about others, and the salt of their chain. Where
 * something that stays says that they did it, an emptied person stays behind its id; otherwise nothing.
 */
export function eraseRows(db: Database, erasure: Erasure): Promise<void> {
  const { personId, empty, sheets, nameHashes, by, reason, at } = erasure;
  const run = (sql: string, ...args: (string | number)[]): InStatement => ({ sql, args });
  const unsigned = 'observer_id = ?1 AND signed_at IS NULL';
  return db.write(
    [
      ...keepOutcomes(personId),
      run(
        `DELETE FROM observation_ratings WHERE observation_id IN
          (SELECT id FROM observations WHERE ${unsigned})`,
        personId,
      ),
      run(`DELETE FROM observations WHERE ${unsigned}`, personId),
      ...ownTables.map(({ table, where }) => run(`DELETE FROM ${table} WHERE ${where}`, personId)),
      ...nameHashes.map((hash) => run('DELETE FROM sign_in_failures WHERE name_hash = ?', hash)),
      run('UPDATE links SET salt = NULL WHERE chain = ?', workerChain(personId)),
      ...sheets.map(({ id, sheet }) =>
        run('UPDATE supervisions SET sheet = ? WHERE id = ?', sheet, id),
      ),
      run(`DELETE FROM people WHERE id = ?1 AND ${nobodyRefers}`, personId),
      run(
        emptySql,
        ...[personId, empty.name, empty.username, empty.role, empty.category],
        ...[empty.startedOn, empty.addedAt, empty.leftAt],
      ),
      run(
        'INSERT INTO erasures (person_id, by, reason, at) VALUES (?, ?, ?, ?)',
        ...[personId, by, reason, at],
      ),
    ],
    { about: [personId] },
  );
}

/**
 * Lets go of what a file still holds of removed rows outside of it: the log of writes to come. Answers
 * whether it could; another process that reads just now keeps it until the next time. A remote
 * database looks after its own.
 */
export async function clearWriteLog(db: Database): Promise<boolean> {
  if (!db.url.startsWith('file:')) return false;
  const { rows } = await db.client.execute('PRAGMA wal_checkpoint(TRUNCATE)');
  return Number(rows[0]?.['busy'] ?? 1) === 0;
}

/** Whether it is noted that somebody was erased. */
export async function isErasedAlready(db: Database, personId: string): Promise<boolean> {
  const { rows } = await db.client.execute({
    sql: 'SELECT 1 FROM erasures WHERE person_id = ?',
    args: [personId],
  });
  return rows.length > 0;
}
