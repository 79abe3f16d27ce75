import type { InStatement } from '@libsql/client';
import type { Database } from '../client.ts';

/** Tables that hold a way in, or an open visit. */
const waysIn = ['sessions', 'credentials', 'pins', 'second_factors', 'recovery_codes'];

// Somebody must stay who may let people in everywhere, also when two managers let each other go at once.
const leaveSql = `UPDATE people SET left_at = ?2 WHERE id = ?1 AND left_at IS NULL
  AND (NOT (role = 'manager' AND everywhere) OR EXISTS (
    SELECT 1 FROM people other WHERE other.id <> ?1 AND other.role = 'manager'
      AND other.everywhere AND other.left_at IS NULL))`;

/** Statements that take every way in from somebody who is noted as having left. */
const closeWaysIn = (personId: string): InStatement[] =>
  waysIn.map((table) => ({
    sql: `DELETE FROM ${table} WHERE person_id = ?1
      AND EXISTS (SELECT 1 FROM people WHERE id = ?1 AND left_at IS NOT NULL)`,
    args: [personId],
  }));

/**
 * Notes when somebody left, and takes every way in from them, in one write. Does nothing for the last
 * manager who is everywhere: the caller reads back whether it is noted.
 */
export const recordLeft = (db: Database, personId: string, leftAt: string): Promise<void> =>
  db.write([{ sql: leaveSql, args: [personId, leftAt] }, ...closeWaysIn(personId)], {
    about: [personId],
  });

/** Notes that somebody is back. They still have no way in. */
export const recordBack = (db: Database, personId: string): Promise<void> =>
  db.write([{ sql: 'UPDATE people SET left_at = NULL WHERE id = ?', args: [personId] }], {
    about: [personId],
  });

/** Whether somebody else is a manager everywhere and has not left. */
export async function hasOtherManagerEverywhere(db: Database, personId: string): Promise<boolean> {
  const { rows } = await db.client.execute({
    sql: `SELECT 1 FROM people WHERE id <> ? AND role = 'manager' AND everywhere AND left_at IS NULL
      LIMIT 1`,
    args: [personId],
  });
  return rows.length > 0;
}
