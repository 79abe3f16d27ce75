import { sql } from 'drizzle-orm';
import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { people } from './people.ts';

const somebody = () =>
  text()
    .notNull()
    .references(() => people.id);

/** Which competency a role category needs here at which level. The newest row of a category holds. */
export const requirements = sqliteTable(
  'requirements',
  {
    id: text().primaryKey(),
    category: text().notNull(),
    /** `{ competency: level }`, as JSON. */
    needs: text().notNull(),
    reason: text().notNull(),
    setBy: somebody(),
    at: text().notNull(),
  },
  (t) => [index('requirements_by_category').on(t.category, t.at)],
);

/** A duty that somebody is trusted with. It holds until it is ended. */
export const dutiesGiven = sqliteTable(
  'duties_given',
  {
    id: text().primaryKey(),
    personId: somebody(),
    duty: text().notNull(),
    givenBy: somebody(),
    at: text().notNull(),
    endedAt: text(),
    endedBy: text(),
    endedWhy: text(),
  },
  (t) => [
    index('duties_given_by_person').on(t.personId),
    // Given by two at once, it is carried once.
    uniqueIndex('duties_given_once')
      .on(t.personId, t.duty)
      .where(sql`ended_at IS NULL`),
  ],
);

/** A health task delegated to one worker for one person, who is named by initials only. */
export const delegations = sqliteTable(
  'delegations',
  {
    id: text().primaryKey(),
    personId: somebody(),
    initials: text().notNull(),
    task: text().notNull(),
    /** The registered professional who delegated it, by name and role. */
    delegatedBy: text().notNull(),
    delegatedRole: text().notNull(),
    signedOn: text().notNull(),
    reviewOn: text().notNull(),
    recordedBy: somebody(),
    at: text().notNull(),
    endedAt: text(),
    endedBy: text(),
    endedWhy: text(),
  },
  (t) => [index('delegations_by_person').on(t.personId)],
);

/** What was decided about an alert. The newest row of an alert says who owns it, or how it ended. */
export const alertActions = sqliteTable(
  'alert_actions',
  {
    id: text().primaryKey(),
    /** Which alert: its kind, whose it is and what it is about. */
    alert: text().notNull(),
    personId: somebody(),
    ownerId: somebody(),
    reason: text().notNull(),
    action: text().notNull(),
    dueOn: text().notNull(),
    /** What came of it. An alert is closed only with it. */
    outcome: text(),
    by: somebody(),
    at: text().notNull(),
  },
  (t) => [index('alert_actions_by_alert').on(t.alert, t.at)],
);

/** What the people supported here need, never who they are. The newest row holds. */
export const needsListed = sqliteTable('needs_listed', {
  id: text().primaryKey(),
  /** Names of needs, as JSON. */
  needs: text().notNull(),
  /** The service whose people they are; empty in a list from before there were several. */
  serviceId: text(),
  setBy: somebody(),
  at: text().notNull(),
});

/** Training somebody completed, or something brought from elsewhere. Never competence. */
export const trainingRecords = sqliteTable(
  'training_records',
  {
    id: text().primaryKey(),
    personId: somebody(),
    subject: text().notNull(),
    kind: text({ enum: ['training', 'brought'] }).notNull(),
    completedOn: text().notNull(),
    expiresOn: text(),
    source: text({ enum: ['entered', 'imported'] }).notNull(),
    recordedBy: somebody(),
    at: text().notNull(),
    /** A record made in error is withdrawn with a reason, never changed or removed. */
    withdrawnAt: text(),
    withdrawnBy: text(),
    withdrawnWhy: text(),
  },
  (t) => [
    index('training_records_by_person').on(t.personId),
    // The same file twice adds nothing, whoever sends it first.
    uniqueIndex('training_records_once')
      .on(t.personId, t.subject, t.completedOn)
      .where(sql`withdrawn_at IS NULL`),
  ],
);
