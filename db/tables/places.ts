import { sql } from 'drizzle-orm';
import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { people } from './people.ts';

/** A location of the organisation: a care home, a home care branch. */
export const services = sqliteTable('services', {
  id: text().primaryKey(),
  name: text().notNull().unique(),
  /** Its identifier in the provider's workforce data set files (LOCALESTID), where it has one. */
  localEstId: text().unique(),
  /** Its location id with the regulator, where it has one. */
  locationId: text().unique(),
  addedBy: text(),
  addedAt: text().notNull(),
});

/** Who works at which service, from when until when. */
export const memberships = sqliteTable(
  'memberships',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    serviceId: text()
      .notNull()
      .references(() => services.id),
    at: text().notNull(),
    by: text(),
    endedAt: text(),
    endedBy: text(),
  },
  (t) => [
    index('memberships_by_service').on(t.serviceId),
    uniqueIndex('memberships_one_open')
      .on(t.personId, t.serviceId)
      .where(sql`ended_at IS NULL`),
  ],
);

/** A tablet that several people share, enrolled by a manager for one service. */
export const devices = sqliteTable('devices', {
  id: text().primaryKey(),
  name: text().notNull(),
  serviceId: text()
    .notNull()
    .references(() => services.id),
  /** The hash of what its cookie holds, so that a copied database enrols nothing. */
  tokenHash: text().notNull().unique(),
  enrolledBy: text().notNull(),
  enrolledAt: text().notNull(),
  revokedAt: text(),
  revokedBy: text(),
});
