import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people } from './people.ts';

/**
 * Every policy that was ever adopted here, whole. The newest by `adoptedAt` is in force from then on;
 * what was said before stays under the one it was said under.
 */
export const policies = sqliteTable('policies', {
  version: text().primaryKey(),
  /** The policy as JSON. */
  content: text().notNull(),
  reason: text().notNull(),
  /** Nobody, for the one that a new database begins with. */
  adoptedBy: text().references(() => people.id),
  adoptedAt: text().notNull(),
});
