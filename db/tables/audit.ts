import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

/** Who read or changed what about whom, and when. Ids and names of actions only: never what it says. */
export const audit = sqliteTable(
  'audit',
  {
    id: text().primaryKey(),
    /** Who did it; `system` for a job, `command` for somebody at the machine, empty before signing in. */
    actor: text().notNull(),
    /** What was done: the method and the pattern of the address, or the name of a job or command. */
    what: text().notNull(),
    /** Whose record it is about, where it is about one. */
    subject: text(),
    /** Ids of what it concerned, as JSON. */
    detail: text().notNull(),
    at: text().notNull(),
  },
  (t) => [index('audit_by_subject').on(t.subject, t.at), index('audit_by_actor').on(t.actor, t.at)],
);

/**
 * Hash chains over records, one for each worker and one for each actor of the audit log. A link holds
 * a salted commitment to its record, so that it can stay when the record and its salt are erased.
 */
export const links = sqliteTable(
  'links',
  {
    /** `worker:<person id>` or `audit:<actor>`. */
    chain: text().notNull(),
    seq: integer().notNull(),
    /** What kind of record it covers, and its id. */
    kind: text({ enum: ['attempt', 'move', 'observation', 'audit'] }).notNull(),
    recordId: text().notNull(),
    /** Chance that makes the commitment say nothing by itself. Empty once erased. */
    salt: text(),
    commitment: text().notNull(),
    /** The hash of the link before, and of this one's number, kind, record id and commitment. */
    hash: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.chain, t.seq] }),
    uniqueIndex('links_one_per_record').on(t.kind, t.recordId),
  ],
);
