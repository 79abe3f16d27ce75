import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { moves } from './attempts.ts';
import { people } from './people.ts';

const worker = () =>
  text()
    .notNull()
    .references(() => people.id);

/** An assessor's marks of the reasons that a worker wrote at one decision. Two at the most, blind to each other. */
export const rationaleMarks = sqliteTable(
  'rationale_marks',
  {
    id: text().primaryKey(),
    moveId: text()
      .notNull()
      .references(() => moves.id),
    personId: worker(),
    markerId: worker(),
    /** 1 for the first marking, 2 for the second. */
    round: integer().notNull(),
    /** `[{ indicator, mark: 'shown' | 'partly' | 'not-shown', reason }]`, as JSON. */
    marks: text().notNull(),
    /** Competencies that it speaks for, as JSON. */
    competencies: text().notNull(),
    level: integer().notNull(),
    outcome: text({ enum: ['shown', 'not-yet'] }).notNull(),
    at: text().notNull(),
  },
  (t) => [
    uniqueIndex('rationale_marks_one_per_round').on(t.moveId, t.round),
    uniqueIndex('rationale_marks_by_two_people').on(t.moveId, t.markerId),
    index('rationale_marks_by_person').on(t.personId),
  ],
);

/** The conversation of two markers who differed. Both marks stay. */
export const markingTalks = sqliteTable(
  'marking_talks',
  {
    id: text().primaryKey(),
    moveId: text()
      .notNull()
      .references(() => moves.id),
    heldBy: worker(),
    heldOn: text().notNull(),
    /** What they agreed to take it as. */
    outcome: text({ enum: ['shown', 'not-yet'] }).notNull(),
    words: text().notNull(),
    at: text().notNull(),
  },
  (t) => [index('marking_talks_by_move').on(t.moveId)],
);

/** A professional discussion about one competency. A correction names the first of it; both stay. */
export const discussions = sqliteTable(
  'discussions',
  {
    id: text().primaryKey(),
    personId: worker(),
    assessorId: worker(),
    competency: text().notNull(),
    level: integer().notNull(),
    heldOn: text().notNull(),
    probed: text().notNull(),
    shown: text().notNull(),
    outcome: text({ enum: ['shown', 'not-yet'] }).notNull(),
    /** The discussion that this row corrects. */
    corrects: text(),
    at: text().notNull(),
  },
  (t) => [index('discussions_by_person').on(t.personId)],
);

/** A worker's reflective account of something that happened, without names. */
export const accounts = sqliteTable(
  'accounts',
  {
    id: text().primaryKey(),
    personId: worker(),
    /** Competencies it is linked to, as JSON. */
    competencies: text().notNull(),
    level: integer().notNull(),
    happenedOn: text().notNull(),
    words: text().notNull(),
    /** The account that this one was written again from. */
    again: text(),
    at: text().notNull(),
  },
  (t) => [index('accounts_by_person').on(t.personId)],
);

/** What an assessor answered to an account: accepted, or returned with what is missing. */
export const accountAnswers = sqliteTable('account_answers', {
  id: text().primaryKey(),
  accountId: text()
    .notNull()
    .unique()
    .references(() => accounts.id),
  assessorId: worker(),
  accepted: integer({ mode: 'boolean' }).notNull(),
  words: text().notNull(),
  at: text().notNull(),
});
