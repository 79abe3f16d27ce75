import { may, type Action } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { findPerson, type Database } from '#db';

/**
 * The person that somebody means to act on, if they may. Nothing of the record is read, so this is
 * no opening of a profile.
 */
export async function findSubject(
  db: Database,
  actor: Person,
  action: Action,
  personId: string,
): Promise<Result<Person, { code: 'not-found' }>> {
  const person = may(actor, action, personId) ? await findPerson(db, personId) : undefined;
  return person ? ok(person) : refuse({ code: 'not-found' });
}
