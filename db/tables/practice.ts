import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { people } from './people.ts';

/** What a colleague or another professional saw, as an observer wrote it down. Never an observation. */
export const witnessStatements = sqliteTable(
  'witness_statements',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    recordedBy: text()
      .notNull()
      .references(() => people.id),
    relation: text({ enum: ['colleague', 'professional'] }).notNull(),
    /** What the witness does, such as "district nurse". No name. */
    witness: text().notNull(),
    seenOn: text().notNull(),
    /** Competencies that it bears on, as JSON. */
    competencies: text().notNull(),
    words: text().notNull(),
    at: text().notNull(),
  },
  (t) => [index('witness_statements_by_person').on(t.personId)],
);

/** A criterion of the Care Certificate that an assessor signs for, and what it rests on. */
export const certificateSignatures = sqliteTable(
  'certificate_signatures',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    /** The edition and the criterion, such as `2025` and `CC-3.2a`. */
    edition: text().notNull(),
    criterion: text().notNull(),
    kind: text({ enum: ['knowledge', 'practice'] }).notNull(),
    assessorId: text()
      .notNull()
      .references(() => people.id),
    /** The signed observation that shows practice; empty for knowledge. */
    observationId: text(),
    words: text().notNull(),
    /** The signature that this one withdraws. */
    withdraws: text(),
    at: text().notNull(),
  },
  (t) => [
    index('certificate_signatures_by_person').on(t.personId),
    uniqueIndex('certificate_signatures_one_withdrawal').on(t.withdraws),
  ],
);

/** How far an observer would trust the worker of a written vignette: once for each edition. */
export const calibrationRatings = sqliteTable(
  'calibration_ratings',
  {
    personId: text()
      .notNull()
      .references(() => people.id),
    /** The vignette by name and content hash, so that a changed one is another. */
    vignette: text().notNull(),
    entrustment: integer().notNull(),
    words: text().notNull(),
    at: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.vignette] })],
);
