import { asc, lte } from 'drizzle-orm';
import type { Database } from './client.ts';
import { endOfTime } from './scenarios.ts';
import { calibrationRatings } from './schema.ts';

/** What an observer said of one vignette: its name and content hash are one text. */
export type CalibrationRow = typeof calibrationRatings.$inferSelect;

/** What everybody had said of vignettes by a time. */
export const listCalibrationRatings = (
  db: Database,
  at: string = endOfTime,
): Promise<CalibrationRow[]> =>
  db.orm
    .select()
    .from(calibrationRatings)
    .where(lte(calibrationRatings.at, at))
    .orderBy(asc(calibrationRatings.at), asc(calibrationRatings.vignette));

/** Keeps what an observer says of a vignette. Refused by the database where they have said it before. */
export const insertCalibrationRating = (db: Database, row: CalibrationRow): Promise<void> =>
  db.write([db.orm.insert(calibrationRatings).values(row)]);

/** How far one observer said they would trust one worker with one competency. */
export interface GivenTrust {
  observerId: string;
  personId: string;
  competency: string;
  entrustment: number;
}

const trustSql = `SELECT o.observer_id, o.person_id, r.competency, r.entrustment
  FROM observations o
  JOIN observation_ratings r ON r.observation_id = o.id
  WHERE o.signed_at <= ?1 AND NOT EXISTS (
    SELECT 1 FROM observations s WHERE s.supersedes = o.id AND s.signed_at <= ?1)
  ORDER BY o.signed_at, o.id`;

/** Every rating of a signed observation that stood at a time, whoever gave it. */
export async function listTrustGiven(db: Database, at: string = endOfTime): Promise<GivenTrust[]> {
  const { rows } = await db.client.execute({ sql: trustSql, args: [at] });
  return rows.map((row) => ({
    observerId: String(row['observer_id']),
    personId: String(row['person_id']),
    competency: String(row['competency']),
    entrustment: Number(row['entrustment']),
  }));
}
