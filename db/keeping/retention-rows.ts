import type { InStatement } from '@libsql/client';
import type { Database } from '../client.ts';

/** Old rows that a rule of retention is about, beside the records of people. */
export type OldRows =
  'audit-log' | 'record-openings' | 'sign-in-failures' | 'discarded-drafts' | 'ended-visits';

// A chain of the audit log is let go from its beginning on, never in the middle: it must still hold.
const oldAudit = `FROM links LEFT JOIN (
    SELECT later.chain, min(later.seq) AS seq FROM audit
      JOIN links later ON later.kind = 'audit' AND later.record_id = audit.id
      WHERE audit.at >= ?1 GROUP BY later.chain) kept ON kept.chain = links.chain
  WHERE links.kind = 'audit' AND links.salt IS NOT NULL
    AND (kept.seq IS NULL OR links.seq < kept.seq)`;

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

function statements(what: OldRows, before: string, at: string): InStatement[] {
  const args = [before];
  if (what === 'discarded-drafts')
    return [
      {
        sql: `DELETE FROM observation_ratings WHERE observation_id IN (SELECT id ${plain[what]})`,
        args,
      },
      { sql: `DELETE ${plain[what]}`, args },
    ];
  if (what !== 'audit-log') return [{ sql: `DELETE ${plain[what]}`, args }];
  return [
    { sql: `UPDATE links SET salt = NULL WHERE rowid IN (SELECT links.rowid ${oldAudit})`, args },
    {
      sql: `DELETE FROM audit WHERE id IN
        (SELECT record_id FROM links WHERE kind = 'audit' AND salt IS NULL)`,
      args: [],
    },
    {
      // Under this name the check of the chains learns that the beginnings were let go.
      sql: `INSERT INTO erasures (person_id, by, reason, at) VALUES ('audit', 'system', 'retention', ?)
        ON CONFLICT (person_id) DO UPDATE SET at = excluded.at`,
      args: [at],
    },
  ];
}

/** Removes rows older than a time, in one write. The time of removing is noted where chains are cut. */
export const removeOld = (db: Database, what: OldRows, before: string, at: string): Promise<void> =>
  db.write(statements(what, before, at));

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
