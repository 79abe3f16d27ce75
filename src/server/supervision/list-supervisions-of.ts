import type { Person } from '#domain/access/person.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import {
  listAgreedActions,
  listPeople,
  listSupervisions,
  type Database,
  type StoredSupervision,
} from '#db';
import { noteReading } from '../note-reading.ts';
import type { NamedAction } from './read-supervision.ts';
import { findSubject } from '../find-subject.ts';

/** Somebody's supervisions, and what was agreed in them. */
export interface SupervisionsOf {
  person: Person;
  own: boolean;
  supervisions: (Omit<StoredSupervision, 'sheet'> & { holder: string })[];
  open: NamedAction[];
  closed: NamedAction[];
}

/** Lists the supervisions of somebody as of a time, for themselves and for those who observe. */
export async function listSupervisionsOf(
  db: Database,
  viewer: Person,
  personId: string,
  at = new Date().toISOString(),
  now = at,
): Promise<Result<SupervisionsOf, { code: 'not-found' }>> {
  const person = await findSubject(db, viewer, 'note-supervision', personId);
  if (!person) return refuse({ code: 'not-found' });
  await noteReading(db, viewer, personId, 'supervisions', now);
  const [supervisions, actions, people] = await Promise.all([
    listSupervisions(db, at, personId),
    listAgreedActions(db, at, personId),
    listPeople(db),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? 'Somebody';
  const named = actions.map((one) => ({
    ...one,
    owner: nameOf(one.ownerId),
    closedBy: one.outcomeBy && nameOf(one.outcomeBy),
  }));
  return ok({
    person,
    own: viewer.id === personId,
    supervisions: supervisions.map((one) => ({ ...one, holder: nameOf(one.holderId) })),
    open: named.filter(({ outcome }) => outcome === null),
    closed: named.filter(({ outcome }) => outcome !== null).reverse(),
  });
}
