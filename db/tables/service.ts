import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What this database is: whether it was created as a sample, and when. */
export const meta = sqliteTable('meta', {
  key: text().primaryKey(),
  value: text().notNull(),
});
