import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people } from './people.ts';

/** A request that somebody be observed at something by a date. An observation signed later answers it. */
export const observationRequests = sqliteTable(
  'observation_requests',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    competency: text().notNull(),
    /** Who is asked to observe; nobody in particular where empty. */
    observerId: text().references(() => people.id),
    dueOn: text().notNull(),
    askedBy: text()
      .notNull()
      .references(() => people.id),
    at: text().notNull(),
  },
  (t) => [index('observation_requests_by_person').on(t.personId)],
);

/**
 * A conversation that is to be held: a professional discussion, or the talk about harm chosen in an
 * attempt. One recorded later answers it.
 */
export const discussionBookings = sqliteTable(
  'discussion_bookings',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    kind: text({ enum: ['discussion', 'debrief'] }).notNull(),
    competency: text().notNull(),
    level: integer().notNull(),
    /** The attempt to talk about, for a talk about harm. */
    attemptId: text(),
    holderId: text()
      .notNull()
      .references(() => people.id),
    onDay: text().notNull(),
    bookedBy: text()
      .notNull()
      .references(() => people.id),
    at: text().notNull(),
  },
  (t) => [index('discussion_bookings_by_person').on(t.personId)],
);
