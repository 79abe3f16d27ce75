import { and, desc, eq, or } from 'drizzle-orm';
import type { Database } from './client.ts';
import { assignments, debriefs, recordReads, reflections } from './schema.ts';

/** What somebody was asked to play, by due date. */
export const listAssignments = (db: Database, personId: string) =>
  db.orm
    .select()
    .from(assignments)
    .where(eq(assignments.personId, personId))
    .orderBy(assignments.dueOn);

/** Asks somebody to play a scenario by a date. */
export const insertAssignment = (db: Database, row: typeof assignments.$inferInsert) =>
  db.write([db.orm.insert(assignments).values(row)]);

/** The worker's own words about an attempt as they stand now. */
export async function findReflection(db: Database, attemptId: string) {
  const [row] = await db.orm
    .select()
    .from(reflections)
    .where(eq(reflections.attemptId, attemptId))
    .orderBy(desc(reflections.at), desc(reflections.id))
    .limit(1);
  return row;
}

/** Adds the worker's own words about an attempt. Earlier ones stay; the newest stands. */
export const insertReflection = (db: Database, row: typeof reflections.$inferInsert) =>
  db.write([db.orm.insert(reflections).values(row)]);

/** Conversations recorded about an attempt, the oldest first. */
export const listDebriefs = (db: Database, attemptId: string) =>
  db.orm.select().from(debriefs).where(eq(debriefs.attemptId, attemptId)).orderBy(debriefs.at);

/** Records a conversation about harm chosen in an attempt. */
export const insertDebrief = (db: Database, row: typeof debriefs.$inferInsert) =>
  db.write([db.orm.insert(debriefs).values(row)]);

/** When a reader last saw somebody's results, on a page of theirs or on the team page. */
export async function lastRead(
  db: Database,
  readerId: string,
  personId: string,
): Promise<string | null> {
  const [row] = await db.orm
    .select({ at: recordReads.at })
    .from(recordReads)
    .where(
      and(
        eq(recordReads.readerId, readerId),
        or(eq(recordReads.personId, personId), eq(recordReads.page, teamPage)),
      ),
    )
    .orderBy(desc(recordReads.at))
    .limit(1);
  return row?.at ?? null;
}

/** The page on which everybody's states are seen at once: noted once, under its reader. */
export const teamPage = 'team';

/** Notes that somebody opened the records of others, in one write. */
export const insertReads = async (db: Database, rows: (typeof recordReads.$inferInsert)[]) => {
  if (!rows.length) return;
  const about = rows.flatMap(({ page, personId }) => (page === teamPage ? [] : [personId]));
  await db.write([db.orm.insert(recordReads).values(rows)], { about });
};
