import type { Database } from '../client.ts';
import { cutAudit, oldAudit } from './cut-audit.ts';

/** Old rows that a rule of retention is about, beside the records of people. */
export type OldRows =
  'audit-log' | 'record-openings' | 'sign-in-failures' | 'discarded-drafts' | 'ended-visits';

const plain = {
  'record-openings': 'FROM record_reads WHERE at < ?1',
  'sign-in-failures': 'FROM sign_in_failures WHERE last_at < ?1',
  'discarded-drafts':
    'FROM observations WHERE signed_at IS NULL AND discarded_at IS NOT NULL AND discarded_at < ?1',
  'ended-visits': 'FROM sessions WHERE expires_at < ?1',
} as const;

/** How many rows are older than a time. */
export async function countOld(db: Database, what: OldRows, before: string): Promise<number> {
  const from = what === 'audit-log' ? oldAudit : plain[what];
  const { rows } = await db.client.execute({ sql: `SELECT count(*) AS n ${from}`, args: [before] });
  return Number(rows[0]!['n']);
}

/** Removes rows older than a time, in one write. */
export async function removeOld(db: Database, what: OldRows, before: string): Promise<void> {
  if (what === 'audit-log') return cutAudit(db, before);
  const args = [before];
  const remove = { sql: `DELETE ${plain[what]}`, args };
  if (what !== 'discarded-drafts') return db.write([remove]);
  const ratings = `DELETE FROM observation_ratings WHERE observation_id IN (SELECT id ${plain[what]})`;
  await db.write([{ sql: ratings, args }, remove]);
}

/** Somebody who left, and when. */
export interface Leaver {
  id: string;
  name: string;
  leftAt: string;
}

/** Everybody who left before a time and has not been erased, who left first first. */
export async function listLeavers(db: Database, before: string): Promise<Leaver[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT id, name, left_at FROM people WHERE left_at < ?
      AND id NOT IN (SELECT person_id FROM erasures) ORDER BY left_at, id`,
    args: [before],
  });
  return rows.map((row) => ({
    id: String(row['id']),
    name: String(row['name']),
    leftAt: String(row['left_at']),
  }));
}
