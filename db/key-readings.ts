import { and, eq, lte } from 'drizzle-orm';
import type { Database } from './client.ts';
import { endOfTime } from './scenarios.ts';
import { keyReadings } from './schema.ts';

/** Notes that somebody was shown the keys of a scenario. The first time is what counts. */
export const noteKeyReading = (
  db: Database,
  personId: string,
  slug: string,
  at: string,
): Promise<void> =>
  db.write([db.orm.insert(keyReadings).values({ personId, slug, at }).onConflictDoNothing()], {
    about: [personId],
  });

/** Whether somebody has been shown the keys of a scenario. */
export async function hasReadKeys(db: Database, personId: string, slug: string): Promise<boolean> {
  const rows = await db.orm
    .select({ at: keyReadings.at })
    .from(keyReadings)
    .where(and(eq(keyReadings.personId, personId), eq(keyReadings.slug, slug)));
  return rows.length > 0;
}

/** The scenarios whose keys somebody has been shown, up to a time. */
export async function listKeysRead(
  db: Database,
  personId: string,
  at = endOfTime,
): Promise<Set<string>> {
  const rows = await db.orm
    .select({ slug: keyReadings.slug })
    .from(keyReadings)
    .where(and(eq(keyReadings.personId, personId), lte(keyReadings.at, at)));
  return new Set(rows.map(({ slug }) => slug));
}

/** The same for everybody at once, by person. */
export async function listAllKeysRead(
  db: Database,
  at = endOfTime,
): Promise<Map<string, Set<string>>> {
  const rows = await db.orm.select().from(keyReadings).where(lte(keyReadings.at, at));
  return new Map(
    [...Map.groupBy(rows, ({ personId }) => personId)].map(([personId, read]) => [
      personId,
      new Set(read.map(({ slug }) => slug)),
    ]),
  );
}
