import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { devices } from './places.ts';

/** Everybody with a record or a way in. A leaver keeps their record and loses their way in. */
export const people = sqliteTable('people', {
  id: text().primaryKey(),
  username: text().notNull().unique(),
  name: text().notNull(),
  role: text({ enum: ['worker', 'assessor', 'manager'] }).notNull(),
  /** A role category of scenarios/frameworks/role-categories/, such as CWP-NTC. */
  category: text().notNull(),
  startedOn: text().notNull(),
  /** Belongs to every service there is or will be, and may change what holds for all of them. */
  everywhere: integer({ mode: 'boolean' }).notNull().default(false),
  addedBy: text(),
  addedAt: text().notNull(),
  /** When they left: no way in from then on, and no longer on the team. */
  leftAt: text(),
});

/** The password somebody signs in with now. `temporary` until they have chosen their own. */
export const credentials = sqliteTable('credentials', {
  personId: text()
    .primaryKey()
    .references(() => people.id),
  passwordHash: text().notNull(),
  temporary: integer({ mode: 'boolean' }).notNull(),
  setAt: text().notNull(),
  /** When a temporary one runs out; empty for one that somebody chose. */
  expiresAt: text(),
});

/** The six digits somebody signs in with on a shared tablet, hashed. */
export const pins = sqliteTable('pins', {
  personId: text()
    .primaryKey()
    .references(() => people.id),
  pinHash: text().notNull(),
  setAt: text().notNull(),
});

/** What an authenticator app and this service share, so that a code shows who holds the app. */
export const secondFactors = sqliteTable('second_factors', {
  personId: text()
    .primaryKey()
    .references(() => people.id),
  /** The shared secret, in base32. */
  secret: text().notNull(),
  /** The last time step whose code was taken: no code is taken twice. */
  lastStep: integer().notNull().default(0),
  /** Empty until a first code has shown that the app holds the secret. */
  confirmedAt: text(),
});

/** Codes on paper for somebody who has lost their authenticator, hashed. Each is good once. */
export const recoveryCodes = sqliteTable(
  'recovery_codes',
  {
    personId: text()
      .notNull()
      .references(() => people.id),
    codeHash: text().notNull(),
    usedAt: text(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.codeHash] })],
);

/** Sessions by the hash of their id, so that a copied database opens no door. */
export const sessions = sqliteTable(
  'sessions',
  {
    idHash: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    expiresAt: text().notNull(),
    startedAt: text().notNull().default(''),
    /** How it was shown who this is. */
    signedInBy: text({ enum: ['pin', 'password', 'password-and-code'] })
      .notNull()
      .default('password'),
    /** The shared tablet that it is on; empty for a device of their own. */
    deviceId: text().references(() => devices.id),
  },
  (t) => [index('sessions_by_person').on(t.personId)],
);

/** Failed sign-ins, counted by a hash of what was tried at (a name, a tablet), so that guessing slows down. */
export const signInFailures = sqliteTable('sign_in_failures', {
  nameHash: text().primaryKey(),
  failures: integer().notNull(),
  lastAt: text().notNull(),
});
