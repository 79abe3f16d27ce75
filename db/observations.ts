import { and, asc, desc, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm';
import { observationRecord } from './chain/records.ts';
import type { Database } from './client.ts';
import { endOfTime } from './scenarios.ts';
import { observationRatings, observationReplies, observations } from './schema.ts';

type ObservationRow = typeof observations.$inferSelect;

/** An observation with what it says about each competency and what the worker replied. */
export interface StoredObservation extends Omit<ObservationRow, 'competencies'> {
  competencies: string[];
  ratings: { competency: string; entrustment: number }[];
  replies: { id: string; words: string; at: string }[];
}

async function withParts(db: Database, rows: ObservationRow[]): Promise<StoredObservation[]> {
  if (!rows.length) return [];
  const ids = rows.map((row) => row.id);
  const [ratings, replies] = await Promise.all([
    db.orm.select().from(observationRatings).where(inArray(observationRatings.observationId, ids)),
    db.orm
      .select()
      .from(observationReplies)
      .where(inArray(observationReplies.observationId, ids))
      .orderBy(asc(observationReplies.at)),
  ]);
  return rows.map((row) => ({
    ...row,
    competencies: JSON.parse(row.competencies) as string[],
    ratings: ratings
      .filter((rating) => rating.observationId === row.id)
      .map(({ competency, entrustment }) => ({ competency, entrustment })),
    replies: replies
      .filter((reply) => reply.observationId === row.id)
      .map(({ id, words, at }) => ({ id, words, at })),
  }));
}

/** Finds an observation by id. */
export async function findObservation(
  db: Database,
  id: string,
): Promise<StoredObservation | undefined> {
  const rows = await db.orm.select().from(observations).where(eq(observations.id, id));
  return (await withParts(db, rows))[0];
}

/** The observations of a person that had been signed by a time, the newest first, as they were then. */
export async function listSignedObservations(
  db: Database,
  personId: string,
  at = endOfTime,
): Promise<StoredObservation[]> {
  const rows = await db.orm
    .select()
    .from(observations)
    .where(and(eq(observations.personId, personId), lte(observations.signedAt, at)))
    .orderBy(desc(observations.observedAt));
  const signed = await withParts(db, rows);
  return signed.map((one) => ({
    ...one,
    replies: one.replies.filter((reply) => reply.at <= at),
  }));
}

/** What an observer has begun and neither signed nor discarded. */
export async function listOpenObservations(
  db: Database,
  observerId: string,
): Promise<StoredObservation[]> {
  const rows = await db.orm
    .select()
    .from(observations)
    .where(
      and(
        eq(observations.observerId, observerId),
        isNull(observations.signedAt),
        isNull(observations.discardedAt),
      ),
    )
    .orderBy(asc(observations.begunAt));
  return withParts(db, rows);
}

/** Whether a signed observation has since been corrected, and by which. */
export async function findCorrection(db: Database, id: string): Promise<string | undefined> {
  const [row] = await db.orm
    .select({ id: observations.id })
    .from(observations)
    .where(and(eq(observations.supersedes, id), isNotNull(observations.signedAt)));
  return row?.id;
}

/** Begins an observation: from here on the observer sees no scenario result for its competencies. */
export const insertObservation = (
  db: Database,
  draft: Pick<
    ObservationRow,
    'id' | 'personId' | 'observerId' | 'begunAt' | 'profileOpenedAt' | 'supersedes' | 'template'
  > & { competencies: string[] },
) =>
  db.write([
    db.orm
      .insert(observations)
      .values({ ...draft, competencies: JSON.stringify(draft.competencies) }),
  ]);

/**
 * Signs a draft with what was seen and how far the observer would trust the worker. The ratings'
 * primary key refuses a second signing; of a draft that was discarded nothing is written, so whoever
 * signs has to look whether it is signed now.
 */
export async function signObservationRow(
  db: Database,
  id: string,
  signed: Pick<
    ObservationRow,
    'observedAt' | 'place' | 'task' | 'seen' | 'personSaid' | 'consent' | 'signedAt'
  >,
  ratings: { competency: string; entrustment: number }[],
): Promise<void> {
  const [draft] = await db.orm.select().from(observations).where(eq(observations.id, id));
  if (!draft || draft.discardedAt) return;
  // What is discarded or signed after this was read makes the whole write fail, link and all.
  const record = chainObservation({ ...draft, ...signed, draft: null }, ratings);
  try {
    await db.write(
      [
        ...ratings.map(({ competency, entrustment }) => ({
          sql: `INSERT INTO observation_ratings (observation_id, competency, entrustment) VALUES
            ((SELECT id FROM observations WHERE id = ? AND discarded_at IS NULL), ?, ?)`,
          args: [id, competency, entrustment],
        })),
        db.orm
          .update(observations)
          .set({ ...signed, draft: null })
          .where(
            and(
              eq(observations.id, id),
              isNull(observations.signedAt),
              isNull(observations.discardedAt),
            ),
          ),
      ],
      { records: [record] },
    );
  } catch (reason) {
    if (!isOfDiscarded(reason)) throw reason;
  }
}

const isOfDiscarded = (reason: unknown): boolean =>
  (reason as { message?: string } | null)?.message?.includes(
    'NOT NULL constraint failed: observation_ratings.observation_id',
  ) ?? false;

const chainObservation = (
  row: ObservationRow,
  ratings: { competency: string; entrustment: number }[],
) =>
  observationRecord(
    row.personId,
    [
      ...[row.id, row.personId, row.observerId, row.competencies, row.begunAt],
      ...[row.profileOpenedAt, row.observedAt, row.place, row.task, row.seen, row.personSaid],
      ...[row.consent, row.template, row.draft, row.signedAt, row.discardedAt, row.supersedes],
    ],
    ratings.map(({ competency, entrustment }) => [competency, entrustment]),
  );

/** Discards a draft. The row stays, so that it can be seen that one was begun. */
export const discardObservationRow = (db: Database, id: string, at: string) =>
  db.write([
    db.orm
      .update(observations)
      .set({ discardedAt: at, draft: null })
      .where(and(eq(observations.id, id), isNull(observations.signedAt))),
  ]);

/** Keeps what was typed so far with a draft that is still open. */
export const keepDraftRow = (db: Database, id: string, draft: string) =>
  db.write([
    db.orm
      .update(observations)
      .set({ draft })
      .where(
        and(
          eq(observations.id, id),
          isNull(observations.signedAt),
          isNull(observations.discardedAt),
        ),
      ),
  ]);

/** Adds the worker's reply to an observation of them. */
export const insertReply = (db: Database, reply: typeof observationReplies.$inferInsert) =>
  db.write([db.orm.insert(observationReplies).values(reply)]);
