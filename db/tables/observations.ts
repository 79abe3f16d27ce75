import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { people } from './people.ts';

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
    /** When this observer had last seen results of this person before beginning. */
    profileOpenedAt: text(),
    observedAt: text(),
    place: text(),
    task: text(),
    seen: text(),
    personSaid: text(),
    /** How the person supported agreed that their words are kept, or that they did not. */
    consent: text({ enum: ['agreed', 'agreed-by-representative', 'declined', 'not-asked'] }),
    /** The observation template that it was made with, by name; empty where there was none. */
    template: text(),
    /** What was typed and kept to be finished later, as JSON. Empty once signed or discarded. */
    draft: text(),
    signedAt: text(),
    discardedAt: text(),
    supersedes: text(),
  },
  (t) => [
    index('observations_by_person').on(t.personId),
    index('observations_by_observer').on(t.observerId),
    // A correction of a correction names the newest; two of the same one would both stand.
    uniqueIndex('observations_one_correction')
      .on(t.supersedes)
      .where(sql`signed_at IS NOT NULL`),
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
