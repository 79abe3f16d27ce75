import type { Database } from '../client.ts';
import { actedColumns } from './acted-columns.ts';
import { ownTables } from './own-tables.ts';

/** A sheet of a supervision that was held, as JSON. */
export interface HeldSheet {
  id: string;
  sheet: string;
}

const ofWorkers = new Set(
  ownTables.filter(({ where }) => where === 'person_id = ?1').map(({ table }) => table),
);
const actedOn = actedColumns
  .filter(({ table }) => ofWorkers.has(table))
  .map(({ table, column }) => `SELECT person_id FROM ${table} WHERE ${column} = ?1`)
  .join(' UNION ');

/**
 * The sheets of others in which somebody may be named: of supervisions that they held, and of workers
 * whom they observed or in whose records they did anything.
 */
export async function listSheetsNaming(db: Database, personId: string): Promise<HeldSheet[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT id, sheet FROM supervisions WHERE sheet IS NOT NULL AND person_id <> ?1
      AND (holder_id = ?1 OR person_id IN (${actedOn}))`,
    args: [personId],
  });
  return rows.map((row) => ({ id: String(row['id']), sheet: String(row['sheet']) }));
}
