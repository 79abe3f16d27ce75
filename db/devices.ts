import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from './client.ts';
import { devices, services, sessions } from './schema.ts';

/** A tablet that several people of a service share. */
export interface Tablet {
  id: string;
  name: string;
  serviceId: string;
  service: string;
  enrolledAt: string;
}

const tabletColumns = {
  id: devices.id,
  name: devices.name,
  serviceId: devices.serviceId,
  service: services.name,
  enrolledAt: devices.enrolledAt,
};

const selectTablets = (db: Database) =>
  db.orm
    .select(tabletColumns)
    .from(devices)
    .innerJoin(services, eq(services.id, devices.serviceId));

/** The tablets in use at these services, by name. */
export const listTablets = (db: Database, serviceIds: readonly string[]): Promise<Tablet[]> =>
  selectTablets(db)
    .where(and(inArray(devices.serviceId, [...serviceIds]), isNull(devices.revokedAt)))
    .orderBy(asc(devices.name), asc(devices.id));

/** Finds a tablet in use by its id. */
export async function findTablet(db: Database, id: string): Promise<Tablet | undefined> {
  const [row] = await selectTablets(db).where(and(eq(devices.id, id), isNull(devices.revokedAt)));
  return row;
}

/** Finds a tablet in use by the hash of what its cookie holds. */
export async function findTabletByToken(
  db: Database,
  tokenHash: string,
): Promise<Tablet | undefined> {
  const [row] = await selectTablets(db).where(
    and(eq(devices.tokenHash, tokenHash), isNull(devices.revokedAt)),
  );
  return row;
}

/** What tablets are called, those no longer in use too, by id. */
export async function nameTablets(
  db: Database,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (!wanted.length) return new Map();
  const rows = await db.orm
    .select({ id: devices.id, name: devices.name })
    .from(devices)
    .where(inArray(devices.id, wanted));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Enrols a tablet, in place of what this browser was enrolled as before. */
export const insertTablet = (
  db: Database,
  row: Omit<typeof devices.$inferInsert, 'revokedAt' | 'revokedBy'>,
  before?: string,
) =>
  db.write([
    ...(before === undefined ? [] : revoke(db, before, { at: row.enrolledAt, by: row.enrolledBy })),
    db.orm.insert(devices).values(row),
  ]);

/** Ends the use of a tablet and every session on it. */
export const revokeTablet = (db: Database, id: string, by: { at: string; by: string }) =>
  db.write(revoke(db, id, by));

const revoke = (db: Database, id: string, { at, by }: { at: string; by: string }) => [
  db.orm
    .update(devices)
    .set({ revokedAt: at, revokedBy: by })
    .where(and(eq(devices.id, id), isNull(devices.revokedAt))),
  db.orm.delete(sessions).where(eq(sessions.deviceId, id)),
];
