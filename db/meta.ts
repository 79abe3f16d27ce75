import { eq } from 'drizzle-orm';
import type { Database } from './client.ts';
import { meta } from './schema.ts';

/** What a database was created as. It never changes: there is no way from one to the other. */
export type ServiceKind = 'sample' | 'live';

/** What a database was created as, or nothing where it is new. */
export async function readKind(db: Database): Promise<ServiceKind | undefined> {
  const [row] = await db.orm.select().from(meta).where(eq(meta.key, 'kind'));
  return row && (row.value === 'sample' ? 'sample' : 'live');
}

/** Whether this database was created as a sample service: the only kind that holds sample people. */
export const isSample = async (db: Database): Promise<boolean> => (await readKind(db)) === 'sample';

/** Marks a new database for good. The key's uniqueness refuses a second mark. */
export const markKind = (db: Database, kind: ServiceKind, at: string) =>
  db.write([
    db.orm.insert(meta).values([
      { key: 'kind', value: kind },
      { key: 'created', value: at },
    ]),
  ]);
