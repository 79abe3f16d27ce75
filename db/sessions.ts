import { and, eq, lte, ne } from 'drizzle-orm';
import type { Person } from '#domain/access/person.ts';
import type { SignedInBy, SignedInWay } from '#domain/access/signed-in.ts';
import type { Database } from './client.ts';
import { servicesSql, type Credential } from './people.ts';
import { credentials, pins, recoveryCodes, secondFactors, sessions } from './schema.ts';

/** A session as stored: by the hash of its id, never the id. */
export interface StoredSession extends SignedInWay {
  idHash: string;
  personId: string;
  expiresAt: string;
}

/** A session with its person, how it began, and what its person has chosen for signing in. */
export interface FoundSession extends SignedInWay {
  expiresAt: string;
  startedAt: string;
  /** They came in with a joining code and have not chosen their own password. */
  temporary: boolean;
  /** An authenticator app is set up. */
  hasSecondFactor: boolean;
  /** Their people are real: see `readKind`. */
  isLive: boolean;
  person: Person;
}

/**
 * Finds a session with its person in one query. Somebody who left has none, nor somebody without what
 * they signed in with, nor does one outlive the tablet that it is on.
 */
export async function findSession(db: Database, idHash: string): Promise<FoundSession | undefined> {
  const { rows } = await db.client.execute({
    sql: `SELECT s.expires_at, s.signed_in_by, s.device_id, s.started_at, c.temporary, people.*,
        (SELECT confirmed_at FROM second_factors WHERE person_id = people.id) AS confirmed_at,
        (SELECT value FROM meta WHERE key = 'kind') AS kind,
        ${servicesSql} AS services
      FROM sessions s
      JOIN people ON people.id = s.person_id
      LEFT JOIN credentials c ON c.person_id = people.id
      LEFT JOIN pins ON pins.person_id = people.id
      LEFT JOIN devices ON devices.id = s.device_id
      WHERE s.id_hash = ? AND people.left_at IS NULL AND devices.revoked_at IS NULL
        AND CASE s.signed_in_by WHEN 'pin' THEN pins.person_id ELSE c.person_id END IS NOT NULL`,
    args: [idHash],
  });
  const [row] = rows;
  if (row === undefined) return undefined;
  const person = {
    id: row['id'],
    username: row['username'],
    name: row['name'],
    role: row['role'],
    category: row['category'],
    startedOn: row['started_on'],
    everywhere: row['everywhere'] === 1,
    services: JSON.parse(String(row['services'])),
    leftAt: null,
  } as Person;
  return {
    expiresAt: String(row['expires_at']),
    startedAt: String(row['started_at']),
    signedInBy: row['signed_in_by'] as SignedInBy,
    deviceId: row['device_id'] === null ? null : String(row['device_id']),
    temporary: row['temporary'] === 1,
    hasSecondFactor: row['confirmed_at'] !== null,
    isLive: row['kind'] === 'live',
    person,
  };
}

/** The sessions that somebody has open. */
export const listSessionsOf = (db: Database, personId: string): Promise<StoredSession[]> =>
  db.orm.select().from(sessions).where(eq(sessions.personId, personId));

/** Stores a new session, by a password where nothing else is said, and clears away those that ran out before `at`. */
export const insertSession = (
  db: Database,
  session: Omit<StoredSession, keyof SignedInWay> & Partial<SignedInWay>,
  at: string,
) =>
  db.write([
    db.orm.insert(sessions).values({ ...session, startedAt: at }),
    db.orm.delete(sessions).where(lte(sessions.expiresAt, at)),
  ]);

/** Moves the end of a session. */
export const extendSession = (db: Database, idHash: string, expiresAt: string) =>
  db.write([db.orm.update(sessions).set({ expiresAt }).where(eq(sessions.idHash, idHash))]);

/** Ends one session. */
export const deleteSession = (db: Database, idHash: string) =>
  db.write([db.orm.delete(sessions).where(eq(sessions.idHash, idHash))]);

/** Ends every session of a person. */
export const deleteSessionsOf = (db: Database, personId: string) =>
  db.write([db.orm.delete(sessions).where(eq(sessions.personId, personId))], {
    about: [personId],
  });

/** Ends every session that ran out before `at`. */
export const deleteExpiredSessions = (db: Database, at: string) =>
  db.write([db.orm.delete(sessions).where(lte(sessions.expiresAt, at))]);

/**
 * Gives somebody a new credential and ends all their sessions but the one kept, in one write. Where it
 * is a joining code, all other ways in go with the old one: their PIN, their authenticator.
 */
export const replaceCredential = (
  db: Database,
  change: { personId: string; credential: Credential; at: string; keep?: string },
) => {
  const { passwordHash, temporary, expiresAt = null } = change.credential;
  const { personId } = change;
  const values = { personId, passwordHash, temporary, expiresAt, setAt: change.at };
  const others = [pins, recoveryCodes, secondFactors];
  const statements = [
    db.orm
      .insert(credentials)
      .values(values)
      .onConflictDoUpdate({ target: credentials.personId, set: values }),
    ...(temporary
      ? others.map((table) => db.orm.delete(table).where(eq(table.personId, personId)))
      : []),
    db.orm
      .delete(sessions)
      .where(and(eq(sessions.personId, personId), ne(sessions.idHash, change.keep ?? ''))),
  ];
  return db.write(statements, { about: [personId] });
};
