import type { Row } from '@libsql/client';
import type { AskedObservation, AskedToPlay, Booking } from '../src/domain/arrange/arranged.ts';
import type { Database } from './client.ts';
import { endOfTime } from './scenarios.ts';
import { discussionBookings, observationRequests } from './schema.ts';

const toRequest = (row: Row): AskedObservation => ({
  id: String(row['id']),
  personId: String(row['person_id']),
  competency: String(row['competency']),
  observerId: row['observer_id'] === null ? null : String(row['observer_id']),
  dueOn: String(row['due_on']),
  askedBy: String(row['asked_by']),
  at: String(row['at']),
});

const toBooking = (row: Row): Booking => ({
  id: String(row['id']),
  personId: String(row['person_id']),
  kind: row['kind'] as Booking['kind'],
  competency: String(row['competency']),
  level: Number(row['level']),
  attemptId: row['attempt_id'] === null ? null : String(row['attempt_id']),
  holderId: String(row['holder_id']),
  onDay: String(row['on_day']),
  bookedBy: String(row['booked_by']),
  at: String(row['at']),
});

// Asked again, the newest stands. One signed afterwards answers it.
const requestsSql = `SELECT r.* FROM observation_requests r
  WHERE r.at <= :at AND (:person IS NULL OR r.person_id = :person)
  AND NOT EXISTS (SELECT 1 FROM observation_requests newer
    WHERE newer.person_id = r.person_id AND newer.competency = r.competency
    AND newer.at <= :at AND (newer.at, newer.id) > (r.at, r.id))
  AND NOT EXISTS (SELECT 1 FROM observations o JOIN observation_ratings g ON g.observation_id = o.id
    WHERE o.person_id = r.person_id AND g.competency = r.competency
    AND o.signed_at > r.at AND o.signed_at <= :at)
  ORDER BY r.due_on, r.id`;

// A talk about harm is about an attempt, and one talk about it answers every booking of it.
const bookingsSql = `SELECT b.* FROM discussion_bookings b
  WHERE b.at <= :at AND (:person IS NULL OR b.person_id = :person)
  AND NOT EXISTS (SELECT 1 FROM discussion_bookings newer
    WHERE newer.person_id = b.person_id AND newer.kind = b.kind AND newer.at <= :at
    AND ((b.kind = 'debrief' AND newer.attempt_id = b.attempt_id)
      OR (b.kind = 'discussion' AND newer.competency = b.competency))
    AND (newer.at, newer.id) > (b.at, b.id))
  AND NOT EXISTS (SELECT 1 FROM debriefs t
    WHERE b.kind = 'debrief' AND t.attempt_id = b.attempt_id AND t.at > b.at AND t.at <= :at)
  AND NOT EXISTS (SELECT 1 FROM discussions d
    WHERE b.kind = 'discussion' AND d.person_id = b.person_id AND d.competency = b.competency
    AND d.corrects IS NULL AND d.at > b.at AND d.at <= :at)
  ORDER BY b.on_day, b.id`;

/** The observations asked for and not made, of one person or of everybody, as of a time: the soonest due first. */
export async function listAskedObservations(
  db: Database,
  at = endOfTime,
  personId: string | null = null,
): Promise<AskedObservation[]> {
  const { rows } = await db.client.execute({ sql: requestsSql, args: { at, person: personId } });
  return rows.map(toRequest);
}

/** The conversations booked and not held, of one person or of everybody, as of a time: the soonest first. */
export async function listBookings(
  db: Database,
  at = endOfTime,
  personId: string | null = null,
): Promise<Booking[]> {
  const { rows } = await db.client.execute({ sql: bookingsSql, args: { at, person: personId } });
  return rows.map(toBooking);
}

// Of several about one scenario the one due first, as on the worker's first page.
const playsSql = `SELECT s.person_id, s.slug, min(s.due_on) AS due_on, max(s.at) AS at FROM assignments s
  WHERE s.at <= :at AND (:person IS NULL OR s.person_id = :person)
  AND NOT EXISTS (SELECT 1 FROM attempts a WHERE a.person_id = s.person_id AND a.slug = s.slug
    AND a.finished_at >= s.at AND a.finished_at <= :at)
  GROUP BY s.person_id, s.slug ORDER BY due_on`;

/** The scenarios asked for and not finished since, of one person or of everybody, as of a time. */
export async function listAskedToPlay(
  db: Database,
  at = endOfTime,
  personId: string | null = null,
): Promise<AskedToPlay[]> {
  const { rows } = await db.client.execute({ sql: playsSql, args: { at, person: personId } });
  return rows.map((row) => ({
    personId: String(row['person_id']),
    slug: String(row['slug']),
    dueOn: String(row['due_on']),
    at: String(row['at']),
  }));
}

/** Asks that somebody be observed. */
export const insertAskedObservation = (db: Database, row: AskedObservation) =>
  db.write([db.orm.insert(observationRequests).values(row)]);

/** Books a conversation. */
export const insertBooking = (db: Database, row: Booking) =>
  db.write([db.orm.insert(discussionBookings).values(row)]);
