import { randomUUIDv7 } from 'node:crypto';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from './client.ts';
import { memberships, people, services } from './schema.ts';

/** The service that every database begins with (migration 0003). */
export const firstServiceId = '00000000-0000-7000-8000-000000000001';

/** A location of the organisation. */
export type Service = Pick<
  typeof services.$inferSelect,
  'id' | 'name' | 'localEstId' | 'locationId'
>;

const serviceColumns = {
  id: services.id,
  name: services.name,
  localEstId: services.localEstId,
  locationId: services.locationId,
};

/** Every service of the organisation, by name. */
export const listServices = (db: Database): Promise<Service[]> =>
  db.orm.select(serviceColumns).from(services).orderBy(asc(services.name));

/** Adds a service. Refused by the database where its name or one of its identifiers is taken. */
export const insertService = (db: Database, row: Service & { addedBy: string; addedAt: string }) =>
  db.write([db.orm.insert(services).values(row)]);

/** Changes what a service is called and by which identifiers others know it. */
export const updateService = (db: Database, { id, ...row }: Service) =>
  db.write([db.orm.update(services).set(row).where(eq(services.id, id))]);

/** Where somebody works from now on: what is new begins, what is no longer said ends. */
export const changePlaces = (
  db: Database,
  personId: string,
  change: { begin: readonly string[]; end: readonly string[]; everywhere: boolean },
  { by, at }: { by: string; at: string },
) =>
  // Whoever is everywhere is a member of none.
  db.write([
    db.orm
      .update(memberships)
      .set({ endedAt: at, endedBy: by })
      .where(
        and(
          eq(memberships.personId, personId),
          change.everywhere ? undefined : inArray(memberships.serviceId, [...change.end]),
          isNull(memberships.endedAt),
        ),
      ),
    ...change.begin.map((serviceId) =>
      db.orm.insert(memberships).values({ id: randomUUIDv7(), personId, serviceId, at, by }),
    ),
    db.orm.update(people).set({ everywhere: change.everywhere }).where(eq(people.id, personId)),
  ]);

/** When and where somebody worked, the newest first. */
export const listMemberships = (db: Database, personId: string) =>
  db.orm
    .select({
      serviceId: memberships.serviceId,
      name: services.name,
      at: memberships.at,
      endedAt: memberships.endedAt,
    })
    .from(memberships)
    .innerJoin(services, eq(services.id, memberships.serviceId))
    .where(eq(memberships.personId, personId))
    .orderBy(asc(memberships.at));
