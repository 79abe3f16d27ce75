import { may, type Action } from '#domain/access/permissions.ts';
import type { Actor, Person } from '#domain/access/person.ts';
import { findPerson, type Database } from '#db';

/**
 * The person that somebody means to act on, if there is one and they may. Nothing of the record is read,
 * so this is no opening of a profile.
 */
export async function findSubject(
  db: Database,
  actor: Actor,
  action: Action,
  personId: string,
): Promise<Person | undefined> {
  const person = await findPerson(db, personId);
  return person && may(actor, action, person) ? person : undefined;
}
