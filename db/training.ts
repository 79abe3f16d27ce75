import { and, asc, desc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Database } from './client.ts';
import { endOfTime } from './scenarios.ts';
import { trainingRecords } from './schema.ts';

/** A training record as it is stored. */
export type StoredTraining = typeof trainingRecords.$inferSelect;

/** What had been recorded by a time and not withdrawn by then. */
const standing = (at: string) =>
  and(
    lte(trainingRecords.at, at),
    or(isNull(trainingRecords.withdrawnAt), gt(trainingRecords.withdrawnAt, at)),
  );

/** As they were then: what was withdrawn later had not been. */
const asTheyWere = (rows: StoredTraining[]): StoredTraining[] =>
  rows.map((row) => ({ ...row, withdrawnAt: null, withdrawnBy: null, withdrawnWhy: null }));

const newestFirst = [
  desc(trainingRecords.completedOn),
  asc(trainingRecords.subject),
  asc(trainingRecords.id),
];

/** One person's training as it stood at a time, the newest first. */
export const listTraining = async (
  db: Database,
  personId: string,
  at = endOfTime,
): Promise<StoredTraining[]> =>
  asTheyWere(
    await db.orm
      .select()
      .from(trainingRecords)
      .where(and(eq(trainingRecords.personId, personId), standing(at)))
      .orderBy(...newestFirst),
  );

/** Everybody's training as it stood at a time, the newest first. */
export const listAllTraining = async (db: Database, at = endOfTime): Promise<StoredTraining[]> =>
  asTheyWere(
    await db.orm
      .select()
      .from(trainingRecords)
      .where(standing(at))
      .orderBy(...newestFirst),
  );

/** What was withdrawn from a person's training by a time: it stays to be read. */
export const listWithdrawnTraining = (
  db: Database,
  personId: string,
  at = endOfTime,
): Promise<StoredTraining[]> =>
  db.orm
    .select()
    .from(trainingRecords)
    .where(and(eq(trainingRecords.personId, personId), lte(trainingRecords.withdrawnAt, at)))
    .orderBy(desc(trainingRecords.withdrawnAt));

/** Fits well within what one statement can carry. */
const atOnce = 500;

/** Adds training records in one go. What is recorded already is left as it is. */
export const insertTraining = (
  db: Database,
  rows: readonly (typeof trainingRecords.$inferInsert)[],
) =>
  db.write(
    Array.from({ length: Math.ceil(rows.length / atOnce) }, (_, part) =>
      db.orm
        .insert(trainingRecords)
        .values(rows.slice(part * atOnce, (part + 1) * atOnce))
        .onConflictDoNothing(),
    ),
    { about: rows.map(({ personId }) => personId) },
  );

/** Withdraws a record with a reason. It stays in the database, and stands for days before. */
export const withdrawTrainingRow = (
  db: Database,
  id: string,
  { at, by, why }: { at: string; by: string; why: string },
) =>
  db.write([
    db.orm
      .update(trainingRecords)
      .set({ withdrawnAt: at, withdrawnBy: by, withdrawnWhy: why })
      .where(and(eq(trainingRecords.id, id), isNull(trainingRecords.withdrawnAt))),
  ]);
