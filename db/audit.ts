import type { Database } from './client.ts';

/** One row of the audit log. */
export interface AuditRow {
  id: string;
  actor: string;
  what: string;
  subject: string | null;
  /** Ids of what it concerned, as JSON. */
  detail: string;
  at: string;
}

const toRow = (row: object) => ({ ...row }) as AuditRow;

/** Rows about somebody or by somebody since a time, the oldest first, after an id, at most so many. */
export async function pageOfAudit(
  db: Database,
  of: { subject?: string; actor?: string; since: string },
  after: { at: string; id: string },
  size: number,
): Promise<AuditRow[]> {
  // Only what was asked is named: a condition that may be empty keeps SQLite from using an index.
  const asked = (['subject', 'actor'] as const).flatMap((column) => {
    const value = of[column];
    return value === undefined ? [] : [{ sql: `${column} = ? AND `, value }];
  });
  const from = of.since > after.at ? of.since : after.at;
  const { rows } = await db.client.execute({
    sql: `SELECT id, actor, what, subject, detail, at FROM audit
      WHERE ${asked.map(({ sql }) => sql).join('')}at >= ? AND (at, id) > (?, ?)
      ORDER BY at, id LIMIT ?`,
    args: [...asked.map(({ value }) => value), from, after.at, after.id, size],
  });
  return rows.map(toRow);
}

/** The newest row that the service itself noted by this name. */
export async function findLastBySystem(db: Database, what: string): Promise<AuditRow | undefined> {
  const { rows } = await db.client.execute({
    sql: `SELECT id, actor, what, subject, detail, at FROM audit
      WHERE actor = 'system' AND what = ? ORDER BY at DESC, id DESC LIMIT 1`,
    args: [what],
  });
  return rows[0] && toRow(rows[0]);
}

/** The ids of people whose erasure is noted. */
export async function listNotedErasures(db: Database): Promise<Set<string>> {
  const { rows } = await db.client.execute('SELECT person_id FROM erasures');
  return new Set(rows.map((row) => String(row['person_id'])));
}
