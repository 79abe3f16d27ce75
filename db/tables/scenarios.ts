import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people } from './people.ts';

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

/** Who has been shown the keys of a scenario, and when first: what they play of it is practice. */
export const keyReadings = sqliteTable(
  'key_readings',
  {
    personId: text()
      .notNull()
      .references(() => people.id),
    slug: text().notNull(),
    at: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.slug] })],
);
