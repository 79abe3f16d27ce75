import { sql } from 'drizzle-orm';
import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { people } from './people.ts';
import { scenarioVersions } from './scenarios.ts';

/** One worker's run through one version of one scenario. */
export const attempts = sqliteTable(
  'attempts',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    slug: text().notNull(),
    versionHash: text()
      .notNull()
      .references(() => scenarioVersions.hash),
    /** Which of the version's equal forms is told; empty where it has only one. */
    form: text().notNull().default(''),
    mode: text({ enum: ['assessed', 'practice'] }).notNull(),
    /** Orders the options of this attempt. */
    seed: integer().notNull(),
    /** How many moves have been made: the number of the next one. */
    step: integer().notNull(),
    /** The machine's snapshot: scene and world. */
    snapshot: text().notNull(),
    startedAt: text().notNull(),
    finishedAt: text(),
    /** The move that led into the present scene, as JSON: told again there. */
    arrivedBy: text(),
    /** The weakest way in which its worker had signed in at any of its moves. */
    signedInBy: text({ enum: ['pin', 'password', 'password-and-code'] })
      .notNull()
      .default('password'),
    /** The shared tablet on which it was begun; empty for a device of their own. */
    deviceId: text(),
  },
  (t) => [
    index('attempts_by_person').on(t.personId, t.startedAt),
    // The first go at a form is the assessed one; the database itself refuses a second.
    uniqueIndex('attempts_one_assessed')
      .on(t.personId, t.slug, t.form)
      .where(sql`mode = 'assessed'`),
    uniqueIndex('attempts_one_open')
      .on(t.personId, t.slug)
      .where(sql`finished_at IS NULL`),
  ],
);

/** Every move of an attempt in order: decisions, finds, turning from one thing to another, carrying on. */
export const moves = sqliteTable(
  'moves',
  {
    id: text().primaryKey(),
    attemptId: text()
      .notNull()
      .references(() => attempts.id),
    step: integer().notNull(),
    kind: text({ enum: ['decide', 'find', 'turn', 'go-on'] }).notNull(),
    scene: text().notNull(),
    /** The find, the strand, or the answer to the decision; empty for going on. */
    choice: text().notNull(),
    /** Reasons in the worker's own words, where a decision asked for them. */
    words: text(),
    /** Option ids in the order shown, as JSON. */
    offered: text().notNull(),
    confidence: text({ enum: ['unsure', 'fairly-sure', 'sure'] }),
    /** The world before the move, as JSON. */
    worldBefore: text().notNull(),
    /** How long the page said the worker took, in milliseconds. Never scored. */
    dwellMs: integer(),
    at: text().notNull(),
  },
  (t) => [uniqueIndex('moves_one_per_step').on(t.attemptId, t.step)],
);

/** What one decision says about one competency. Added to, never edited. */
export const evidence = sqliteTable(
  'evidence',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    attemptId: text()
      .notNull()
      .references(() => attempts.id),
    moveId: text()
      .notNull()
      .references(() => moves.id),
    competency: text().notNull(),
    level: integer().notNull(),
    credit: real().notNull(),
    weight: real().notNull(),
    /** The anchor that it counts under, or nothing where the path need not have met it. */
    anchor: text(),
    harmful: integer({ mode: 'boolean' }).notNull(),
    nonRoutine: integer({ mode: 'boolean' }).notNull(),
    recovered: integer({ mode: 'boolean' }).notNull(),
    at: text().notNull(),
  },
  (t) => [
    index('evidence_by_person').on(t.personId, t.competency),
    index('evidence_by_attempt').on(t.attemptId),
    // Without it, every move that is erased is looked for in all evidence there is.
    index('evidence_by_move').on(t.moveId),
  ],
);

/** The worker's own words after an attempt. The newest row is what stands. */
export const reflections = sqliteTable(
  'reflections',
  {
    id: text().primaryKey(),
    attemptId: text()
      .notNull()
      .references(() => attempts.id),
    words: text().notNull(),
    shared: integer({ mode: 'boolean' }).notNull(),
    at: text().notNull(),
  },
  (t) => [index('reflections_by_attempt').on(t.attemptId)],
);
