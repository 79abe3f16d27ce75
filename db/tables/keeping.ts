import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people } from './people.ts';

/** Whose record was erased, by an id that now names nobody, and why. */
export const erasures = sqliteTable('erasures', {
  personId: text().primaryKey(),
  by: text().notNull(),
  reason: text().notNull(),
  at: text().notNull(),
});

/** How often each answer was chosen by people whose record has been erased: numbers about items alone. */
export const keptOutcomes = sqliteTable(
  'kept_outcomes',
  {
    versionHash: text().notNull(),
    form: text().notNull(),
    scene: text().notNull(),
    choice: text().notNull(),
    times: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.versionHash, t.form, t.scene, t.choice] })],
);

/** When each job of the service last ran, and what it said. */
export const jobRuns = sqliteTable('job_runs', {
  name: text().primaryKey(),
  ranAt: text().notNull(),
  said: text().notNull(),
});

/**
 * Writes that reached a remote database, by an id of their own. One whose answer was lost is sent again
 * under the same id, and this key refuses it where it had arrived. Forgotten after a day.
 */
export const writes = sqliteTable('writes', {
  id: text().primaryKey(),
  at: text().notNull(),
});

/**
 * What the workforce data set says of somebody: kept as imported, never a result of ours. Whoever works
 * at two workplaces stands in it twice.
 */
export const workforceRecords = sqliteTable(
  'workforce_records',
  {
    personId: text()
      .notNull()
      .references(() => people.id),
    localEstId: text().notNull(),
    uniqueWorkerId: text().notNull(),
    displayId: text().notNull(),
    /** Codes as the data set writes them; empty where the file had none. */
    mainJobRole: text().notNull(),
    employmentStatus: text().notNull(),
    startedOn: text(),
    careCertificate: text().notNull(),
    level2CareCertificate: text().notNull(),
    pathwayCategory: text().notNull(),
    /** `[{ code, year }]` and the highest social care and other levels, as JSON. */
    qualifications: text().notNull(),
    importedBy: text().notNull(),
    importedAt: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.localEstId, t.uniqueWorkerId] }),
    index('workforce_records_by_person').on(t.personId),
  ],
);
