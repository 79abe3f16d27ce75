import { eq } from 'drizzle-orm';
import type { Database } from './client.ts';
import { meta } from './schema.ts';

/** Whether this database was created as a sample service: the only kind that holds sample people. */
export async function isSample(db: Database): Promise<boolean> {
  const [row] = await db.orm.select().from(meta).where(eq(meta.key, 'sample'));
  return row?.value === 'yes';
}

/** Marks a new, empty database as a sample. There is no way to mark one later. */
export const markSample = (db: Database, at: string) =>
  db.write([
    db.orm.insert(meta).values([
      { key: 'sample', value: 'yes' },
      { key: 'created', value: at },
    ]),
  ]);
