import { sql } from 'drizzle-orm';
import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { people } from './people.ts';

const somebody = () =>
  text()
    .notNull()
    .references(() => people.id);

/** A supervision: opened for a day, seen and added to by the worker, held, and kept as it was then. */
export const supervisions = sqliteTable(
  'supervisions',
  {
    id: text().primaryKey(),
    personId: somebody(),
    holderId: somebody(),
    onDay: text().notNull(),
    openedAt: text().notNull(),
    /** When the worker first read the sheet: it is held only after that. */
    seenAt: text(),
    heldAt: text(),
    /** The sheet as it stood when it was held, as JSON. */
    sheet: text(),
  },
  (t) => [
    index('supervisions_by_person').on(t.personId, t.onDay),
    uniqueIndex('supervisions_one_open')
      .on(t.personId, t.holderId)
      .where(sql`held_at IS NULL`),
  ],
);

/** What either of the two adds to a supervision. */
export const supervisionNotes = sqliteTable(
  'supervision_notes',
  {
    id: text().primaryKey(),
    supervisionId: text()
      .notNull()
      .references(() => supervisions.id),
    by: somebody(),
    words: text().notNull(),
    at: text().notNull(),
  },
  (t) => [index('supervision_notes_by_supervision').on(t.supervisionId)],
);

/** What was agreed, by whom it is to be done and by when. It comes back until it has an outcome. */
export const agreedActions = sqliteTable(
  'agreed_actions',
  {
    id: text().primaryKey(),
    supervisionId: text()
      .notNull()
      .references(() => supervisions.id),
    personId: somebody(),
    ownerId: somebody(),
    words: text().notNull(),
    dueOn: text().notNull(),
    at: text().notNull(),
    outcome: text(),
    outcomeBy: text(),
    outcomeAt: text(),
  },
  (t) => [
    index('agreed_actions_by_person').on(t.personId),
    index('agreed_actions_by_supervision').on(t.supervisionId),
  ],
);
