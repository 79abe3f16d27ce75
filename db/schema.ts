import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

/**
 * The tables. Times are ISO 8601 text in UTC, dates are `YYYY-MM-DD`, ids are UUIDv7 or content
 * hashes. One database holds one provider organisation (docs/adr/0003).
 */

/** What this database is: whether it was created as a sample, and when. */
export const meta = sqliteTable('meta', {
  key: text().primaryKey(),
  value: text().notNull(),
});

/** Everybody with a record or a way in. A leaver keeps their record and loses their way in. */
export const people = sqliteTable('people', {
  id: text().primaryKey(),
  username: text().notNull().unique(),
  name: text().notNull(),
  role: text({ enum: ['worker', 'assessor', 'manager'] }).notNull(),
  /** A role category of scenarios/frameworks/role-categories.yaml, such as CWP-NTC. */
  category: text().notNull(),
  startedOn: text().notNull(),
  addedBy: text(),
  addedAt: text().notNull(),
});

/** The password somebody signs in with now. `temporary` until they have chosen their own. */
export const credentials = sqliteTable('credentials', {
  personId: text()
    .primaryKey()
    .references(() => people.id),
  passwordHash: text().notNull(),
  temporary: integer({ mode: 'boolean' }).notNull(),
  setAt: text().notNull(),
});

/** Sessions by the hash of their id, so that a copied database opens no door. */
export const sessions = sqliteTable(
  'sessions',
  {
    idHash: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    expiresAt: text().notNull(),
  },
  (t) => [index('sessions_by_person').on(t.personId)],
);

/** Failed sign-ins, counted by a hash of the name tried, so that guessing slows down. */
export const signInFailures = sqliteTable('sign_in_failures', {
  nameHash: text().primaryKey(),
  failures: integer().notNull(),
  lastAt: text().notNull(),
});

/** Every scenario version ever published, by its content hash. Never changed, never removed. */
export const scenarioVersions = sqliteTable('scenario_versions', {
  hash: text().primaryKey(),
  slug: text().notNull(),
  title: text().notNull(),
  level: integer().notNull(),
  /** The scenario as canonical JSON: the text that the hash is taken over. */
  content: text().notNull(),
  /** Which decisions are anchors of which claim, worked out when it was published. */
  anchors: text().notNull(),
});

/** Which version of a scenario is offered from when on; an empty hash withdraws it. */
export const publications = sqliteTable(
  'publications',
  {
    id: text().primaryKey(),
    slug: text().notNull(),
    hash: text(),
    at: text().notNull(),
  },
  (t) => [index('publications_by_slug').on(t.slug, t.id)],
);

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
    mode: text({ enum: ['assessed', 'practice'] }).notNull(),
    /** Orders the options of this attempt. */
    seed: integer().notNull(),
    /** How many moves have been made: the number of the next one. */
    step: integer().notNull(),
    /** The machine's snapshot: scene and world. */
    snapshot: text().notNull(),
    startedAt: text().notNull(),
    finishedAt: text(),
  },
  (t) => [
    index('attempts_by_person').on(t.personId, t.startedAt),
    // The first go is the assessed one; the database itself refuses a second.
    uniqueIndex('attempts_one_assessed')
      .on(t.personId, t.slug)
      .where(sql`mode = 'assessed'`),
    uniqueIndex('attempts_one_open')
      .on(t.personId, t.slug)
      .where(sql`finished_at IS NULL`),
  ],
);

/** Every move of an attempt in order: decisions, looks, asks and carrying on. */
export const moves = sqliteTable(
  'moves',
  {
    id: text().primaryKey(),
    attemptId: text()
      .notNull()
      .references(() => attempts.id),
    step: integer().notNull(),
    kind: text({ enum: ['decide', 'find', 'go-on'] }).notNull(),
    scene: text().notNull(),
    /** The option or find chosen; empty for going on. */
    choice: text().notNull(),
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
  ],
);

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
  (t) => [index('debriefs_by_person').on(t.personId)],
);

/** What an observer saw at work. A draft until signed; never edited after, only superseded. */
export const observations = sqliteTable(
  'observations',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    observerId: text()
      .notNull()
      .references(() => people.id),
    /** Competencies chosen when it was begun, as JSON: hidden from the observer until signed. */
    competencies: text().notNull(),
    begunAt: text().notNull(),
    /** When this observer had last opened this person's profile before beginning. */
    profileOpenedAt: text(),
    observedAt: text(),
    place: text(),
    task: text(),
    seen: text(),
    personSaid: text(),
    signedAt: text(),
    discardedAt: text(),
    supersedes: text(),
  },
  (t) => [
    index('observations_by_person').on(t.personId),
    index('observations_by_observer').on(t.observerId),
  ],
);

/** How far the observer would trust the worker with each competency seen, 1 to 5. */
export const observationRatings = sqliteTable(
  'observation_ratings',
  {
    observationId: text()
      .notNull()
      .references(() => observations.id),
    competency: text().notNull(),
    entrustment: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.observationId, t.competency] })],
);

/** What the worker says to an observation of them. Part of the record. */
export const observationReplies = sqliteTable(
  'observation_replies',
  {
    id: text().primaryKey(),
    observationId: text()
      .notNull()
      .references(() => observations.id),
    words: text().notNull(),
    at: text().notNull(),
  },
  (t) => [index('replies_by_observation').on(t.observationId)],
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
  (t) => [index('reads_by_reader').on(t.readerId, t.personId, t.at)],
);
