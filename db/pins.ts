import { and, eq } from 'drizzle-orm';
import type { Database } from './client.ts';
import { findPerson } from './people.ts';
import type { Person } from '#domain/access/person.ts';
import { credentials, pins, sessions } from './schema.ts';

/** Somebody whose name stands on a shared tablet. */
export interface NamedPerson {
  id: string;
  name: string;
}

/** Who works at a service and has a PIN, by name. Whoever is everywhere works there too. */
export async function listPinHolders(db: Database, serviceId: string): Promise<NamedPerson[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT people.id, people.name FROM people JOIN pins ON pins.person_id = people.id
      WHERE people.left_at IS NULL AND (people.everywhere OR EXISTS (SELECT 1 FROM memberships
        WHERE person_id = people.id AND service_id = ? AND ended_at IS NULL))
      ORDER BY people.name COLLATE NOCASE, people.id`,
    args: [serviceId],
  });
  return rows.map((row) => ({ id: String(row['id']), name: String(row['name']) }));
}

/** Finds somebody with the hash of their PIN. Somebody without one, or who left, is not found. */
export async function findPin(
  db: Database,
  personId: string,
): Promise<{ person: Person; pinHash: string } | undefined> {
  const [[row], person] = await Promise.all([
    db.orm.select({ pinHash: pins.pinHash }).from(pins).where(eq(pins.personId, personId)),
    findPerson(db, personId),
  ]);
  return row && person && !person.leftAt ? { person, pinHash: row.pinHash } : undefined;
}

/** Whether somebody has a PIN. */
export async function hasPin(db: Database, personId: string): Promise<boolean> {
  const rows = await db.orm
    .select({ personId: pins.personId })
    .from(pins)
    .where(eq(pins.personId, personId));
  return rows.length > 0;
}

const setPin = (db: Database, personId: string, pinHash: string, at: string) => {
  const values = { personId, pinHash, setAt: at };
  return [
    db.orm.insert(pins).values(values).onConflictDoUpdate({ target: pins.personId, set: values }),
    // Whoever knew the old one is signed out.
    db.orm
      .delete(sessions)
      .where(and(eq(sessions.personId, personId), eq(sessions.signedInBy, 'pin'))),
  ];
};

/** Gives somebody a PIN in place of the one they had. */
export const replacePin = (db: Database, personId: string, pinHash: string, at: string) =>
  db.write(setPin(db, personId, pinHash, at));

/** Gives somebody a PIN in place of their joining code, which is used up with it. */
export const joinWithPin = (db: Database, personId: string, pinHash: string, at: string) =>
  db.write([
    ...setPin(db, personId, pinHash, at),
    db.orm
      .delete(credentials)
      .where(and(eq(credentials.personId, personId), eq(credentials.temporary, true))),
  ]);

/** Takes somebody's PIN away, and ends their sessions by it. */
export const deletePin = (db: Database, personId: string) =>
  db.write([
    db.orm.delete(pins).where(eq(pins.personId, personId)),
    db.orm
      .delete(sessions)
      .where(and(eq(sessions.personId, personId), eq(sessions.signedInBy, 'pin'))),
  ]);
