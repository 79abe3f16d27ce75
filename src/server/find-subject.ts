import { may, type Action } from '#domain/access/permissions.ts';
import type { Actor, Person } from '#domain/access/person.ts';
import { isErased } from '#domain/keeping/erased-person.ts';
import { concerning, findPerson, type Database } from '#db';

/**
 * The person that somebody means to act on, if there is one and they may. Nothing of the record is read,
 * so this is no opening of a profile. What is written after it in this request is about that person.
 */
export async function findSubject(
  db: Database,
  actor: Actor,
  action: Action,
  personId: string,
): Promise<Person | undefined> {
  const person = await findPerson(db, personId);
  if (!person || isErased(person)) return undefined;
  if (!may(actor, action, person)) return undefined;
  concerning(personId);
  return person;
}
