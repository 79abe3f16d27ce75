import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people } from './people.ts';
import { attempts } from './attempts.ts';

/** A scenario that a manager asked somebody to play by a date. */
export const assignments = sqliteTable(
  'assignments',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    slug: text().notNull(),
    dueOn: text().notNull(),
    assignedBy: text()
      .notNull()
      .references(() => people.id),
    at: text().notNull(),
  },
  (t) => [index('assignments_by_person').on(t.personId)],
);

/** A conversation held about harm chosen in an attempt: the first of three steps that close a concern. */
export const debriefs = sqliteTable(
  'debriefs',
  {
    id: text().primaryKey(),
    attemptId: text()
      .notNull()
      .references(() => attempts.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    heldBy: text()
      .notNull()
      .references(() => people.id),
    heldOn: text().notNull(),
    words: text().notNull(),
    at: text().notNull(),
  },
  (t) => [index('debriefs_by_person').on(t.personId), index('debriefs_by_attempt').on(t.attemptId)],
);

/** Who opened whose record, and when. */
export const recordReads = sqliteTable(
  'record_reads',
  {
    id: text().primaryKey(),
    readerId: text()
      .notNull()
      .references(() => people.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    page: text().notNull(),
    at: text().notNull(),
  },
  (t) => [
    index('reads_by_reader').on(t.readerId, t.personId, t.at),
    index('reads_by_person').on(t.personId, t.at),
  ],
);
