import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Everybody with a record or a way in. A leaver keeps their record and loses their way in. */
export const people = sqliteTable('people', {
  id: text().primaryKey(),
  username: text().notNull().unique(),
  name: text().notNull(),
  role: text({ enum: ['worker', 'assessor', 'manager'] }).notNull(),
  /** A role category of scenarios/frameworks/role-categories/, such as CWP-NTC. */
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
