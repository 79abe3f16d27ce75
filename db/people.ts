import { randomUUIDv7 } from 'node:crypto';
import { asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Person } from '#domain/access/person.ts';
import type { Database } from './client.ts';
import { endOfTime } from './scenarios.ts';
import { credentials, memberships, people } from './schema.ts';

/** Where somebody works, as JSON: every service there is, for whoever is everywhere. Over `people`. */
export const servicesSql = `(SELECT json_group_array(services.id) FROM services
  WHERE people.everywhere OR services.id IN (SELECT service_id FROM memberships
    WHERE person_id = people.id AND ended_at IS NULL))`;

const personColumns = {
  id: people.id,
  username: people.username,
  name: people.name,
  role: people.role,
  category: people.category,
  startedOn: people.startedOn,
  everywhere: people.everywhere,
  leftAt: people.leftAt,
  services: sql<string[]>`${sql.raw(servicesSql)}`.mapWith((text: string) => JSON.parse(text)),
};

/** The password somebody signs in with, hashed. */
export interface Credential {
  passwordHash: string;
  /** A joining code, made by the service, and only good for choosing one's own. */
  temporary: boolean;
  /** When a joining code runs out. */
  expiresAt?: string | null;
}

/** Finds somebody by id. */
export async function findPerson(db: Database, id: string): Promise<Person | undefined> {
  const [row] = await db.orm.select(personColumns).from(people).where(eq(people.id, id));
  return row;
}

/** Finds somebody by user name. */
export async function findPersonByUsername(
  db: Database,
  username: string,
): Promise<Person | undefined> {
  const [row] = await db.orm
    .select(personColumns)
    .from(people)
    .where(eq(people.username, username));
  return row;
}

/** Everybody, leavers too, or everybody who had been added by a time, by name. */
export const listPeople = (db: Database, at = endOfTime): Promise<Person[]> =>
  db.orm
    .select(personColumns)
    .from(people)
    .where(lte(people.addedAt, at))
    .orderBy(asc(people.name), asc(people.username));

/** Everybody that nobody added: in a sample service, the people it came with. */
export const listPeopleAddedByNobody = (db: Database): Promise<Person[]> =>
  db.orm.select(personColumns).from(people).where(isNull(people.addedBy)).orderBy(asc(people.name));

/** Finds somebody with their credential by user name. Somebody without a way in is not found. */
export async function findWayIn(
  db: Database,
  username: string,
): Promise<{ person: Person; credential: Credential } | undefined> {
  const [row] = await db.orm
    .select({
      person: personColumns,
      credential: {
        passwordHash: credentials.passwordHash,
        temporary: credentials.temporary,
        expiresAt: credentials.expiresAt,
      },
    })
    .from(people)
    .innerJoin(credentials, eq(credentials.personId, people.id))
    .where(eq(people.username, username));
  return row;
}

/** Adds somebody with their first credential. Refused by the database where the user name is taken. */
export const insertPerson = (
  db: Database,
  { services, ...person }: Person,
  credential: Credential,
  /** Who added them; nobody for the people a sample service comes with. */
  { by, at }: { by: string | null; at: string },
) =>
  db.write(
    [
      db.orm.insert(people).values({ ...person, addedBy: by, addedAt: at }),
      db.orm.insert(credentials).values({ personId: person.id, ...credential, setAt: at }),
      // Whoever is everywhere is a member of none.
      ...(person.everywhere ? [] : services).map((serviceId) =>
        db.orm
          .insert(memberships)
          .values({ id: randomUUIDv7(), personId: person.id, serviceId, at, by }),
      ),
    ],
    { about: [person.id] },
  );
