import { eq } from 'drizzle-orm';
import type { Database } from './client.ts';
import { publications, scenarioVersions } from './schema.ts';

/** A scenario version as stored: its content is the very text that its hash is taken over. */
export interface StoredVersion {
  hash: string;
  slug: string;
  title: string;
  level: number;
  content: string;
  anchors: string;
}

/** Later than every time that is kept: what holds then is what holds now. */
export const endOfTime = '9999';

/** Finds a version by its hash, whether it is still offered or not. */
export async function findVersion(db: Database, hash: string): Promise<StoredVersion | undefined> {
  const [row] = await db.orm.select().from(scenarioVersions).where(eq(scenarioVersions.hash, hash));
  return row;
}

/** The version of each scenario that is offered at a time, by slug. Withdrawn scenarios are left out. */
export async function currentHashes(db: Database, at = endOfTime): Promise<Map<string, string>> {
  const { rows } = await db.client.execute({
    sql: `SELECT slug, hash FROM publications
      WHERE rowid IN (SELECT max(rowid) FROM publications WHERE at <= ? GROUP BY slug)`,
    args: [at],
  });
  return new Map(
    rows.flatMap((row) =>
      row['hash'] === null ? [] : [[String(row['slug']), String(row['hash'])]],
    ),
  );
}

/** Stores a version, unless it is there, and offers it from now on. */
export const publishVersion = (db: Database, version: StoredVersion, id: string, at: string) =>
  db.write([
    db.orm.insert(scenarioVersions).values(version).onConflictDoNothing(),
    db.orm.insert(publications).values({ id, slug: version.slug, hash: version.hash, at }),
  ]);

/** Offers a scenario no longer. Attempts at it stay as they are. */
export const withdrawScenario = (db: Database, slug: string, id: string, at: string) =>
  db.write([db.orm.insert(publications).values({ id, slug, hash: null, at })]);
