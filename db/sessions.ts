import { and, eq, lt, lte, ne, sql } from 'drizzle-orm';
import type { Person } from '#domain/access/person.ts';
import type { Database } from './client.ts';
import { servicesSql, type Credential } from './people.ts';
import { credentials, sessions, signInFailures } from './schema.ts';

/** A session as stored: by the hash of its id, never the id. */
export interface StoredSession {
  idHash: string;
  personId: string;
  expiresAt: string;
}

/** A session with its person, and whether they still have to choose a password. */
export interface FoundSession {
  expiresAt: string;
  temporary: boolean;
  person: Person;
}

/** Finds a session with its person in one query. Somebody without a credential, or who left, has none. */
export async function findSession(db: Database, idHash: string): Promise<FoundSession | undefined> {
  const { rows } = await db.client.execute({
    sql: `SELECT s.expires_at, s.signed_in_by, s.device_id, s.started_at, c.temporary, people.*,
        ${servicesSql} AS services
      FROM sessions s
      JOIN people ON people.id = s.person_id
      JOIN credentials c ON c.person_id = people.id
      WHERE s.id_hash = ? AND people.left_at IS NULL`,
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
  return { expiresAt: String(row['expires_at']), temporary: row['temporary'] === 1, person };
}

/** The sessions that somebody has open. */
export const listSessionsOf = (db: Database, personId: string): Promise<StoredSession[]> =>
  db.orm.select().from(sessions).where(eq(sessions.personId, personId));

/** Stores a new session, and clears away those that ran out before `at`. */
export const insertSession = (db: Database, session: StoredSession, at: string) =>
  db.write([
    db.orm.insert(sessions).values(session),
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
  db.write([db.orm.delete(sessions).where(eq(sessions.personId, personId))]);

/** Ends every session that ran out before `at`. */
export const deleteExpiredSessions = (db: Database, at: string) =>
  db.write([db.orm.delete(sessions).where(lte(sessions.expiresAt, at))]);

/** Gives somebody a new credential and ends all their sessions but the one kept, in one write. */
export const replaceCredential = (
  db: Database,
  change: { personId: string; credential: Credential; at: string; keep?: string },
) => {
  const { passwordHash, temporary } = change.credential;
  const values = { personId: change.personId, passwordHash, temporary, setAt: change.at };
  return db.write([
    db.orm
      .insert(credentials)
      .values(values)
      .onConflictDoUpdate({ target: credentials.personId, set: values }),
    db.orm
      .delete(sessions)
      .where(and(eq(sessions.personId, change.personId), ne(sessions.idHash, change.keep ?? ''))),
  ]);
};

/** How often in a row signing in with a name failed, and when last. */
export async function findFailures(
  db: Database,
  nameHash: string,
): Promise<{ failures: number; lastAt: string } | undefined> {
  const [row] = await db.orm
    .select({ failures: signInFailures.failures, lastAt: signInFailures.lastAt })
    .from(signInFailures)
    .where(eq(signInFailures.nameHash, nameHash));
  return row;
}

/** Counts one more failure at a name, and forgets all that are older than `forgetBefore`. */
export const countFailure = (db: Database, nameHash: string, at: string, forgetBefore: string) =>
  db.write([
    db.orm.delete(signInFailures).where(lt(signInFailures.lastAt, forgetBefore)),
    db.orm
      .insert(signInFailures)
      .values({ nameHash, failures: 1, lastAt: at })
      .onConflictDoUpdate({
        target: signInFailures.nameHash,
        set: { failures: sql`${signInFailures.failures} + 1`, lastAt: at },
      }),
  ]);

/** Forgets the failures at a name. */
export const clearFailures = (db: Database, nameHash: string) =>
  db.write([db.orm.delete(signInFailures).where(eq(signInFailures.nameHash, nameHash))]);
