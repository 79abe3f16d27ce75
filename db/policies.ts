import { asc, desc, lte } from 'drizzle-orm';
import type { Database } from './client.ts';
import { policies } from './schema.ts';

/** A policy as it was adopted: its content is JSON. */
export type StoredPolicy = typeof policies.$inferSelect;

/** Every policy ever adopted here, the oldest first. */
export const listPolicies = (db: Database): Promise<StoredPolicy[]> =>
  db.orm.select().from(policies).orderBy(asc(policies.adoptedAt), asc(policies.version));

/** The policy in force at a time: the last that was adopted by then, or the first of all. */
export async function findPolicyAt(db: Database, at: string): Promise<StoredPolicy | undefined> {
  const [held] = await db.orm
    .select()
    .from(policies)
    .where(lte(policies.adoptedAt, at))
    .orderBy(desc(policies.adoptedAt), desc(policies.version))
    .limit(1);
  if (held) return held;
  const [first] = await db.orm.select().from(policies).orderBy(asc(policies.adoptedAt)).limit(1);
  return first;
}

/** Adopts a policy. Refused by the database where there is one of that version. */
export const insertPolicy = (db: Database, row: StoredPolicy) =>
  db.write([db.orm.insert(policies).values(row)]);

/**
 * Adopts a policy that was made from another, if that one is still the newest. Otherwise nothing is
 * written: whoever adopts has to look whether theirs is in force now.
 */
export const insertPolicyAfter = (db: Database, row: StoredPolicy, basedOn: string) =>
  db.write([
    {
      sql: `INSERT INTO policies (version, content, reason, adopted_by, adopted_at)
        SELECT ?, ?, ?, ?, ? WHERE
          (SELECT version FROM policies ORDER BY adopted_at DESC, version DESC LIMIT 1) = ?
        ON CONFLICT DO NOTHING`,
      args: [row.version, row.content, row.reason, row.adoptedBy, row.adoptedAt, basedOn],
    },
  ]);
