import type { Database } from '#db';
import { listHidden } from '#db';
import type { Actor, Person } from '#domain/access/person.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { findSubject } from '../find-subject.ts';

/** Whose record may be taken, and whether it must wait until an observation is signed. */
export interface Exporting {
  person: Person;
  own: boolean;
  isObserving: boolean;
}

/** Somebody whose whole record this person may take. Nothing of it is read yet. */
export async function readExporting(
  db: Database,
  viewer: Actor,
  personId: string,
): Promise<Result<Exporting, { code: 'not-found' }>> {
  const person = await findSubject(db, viewer, 'export-record', personId);
  if (!person) return refuse({ code: 'not-found' });
  const hidden = await listHidden(db, viewer.id);
  const isObserving = hidden.some((row) => row.personId === personId);
  return ok({ person, own: viewer.id === personId, isObserving });
}
