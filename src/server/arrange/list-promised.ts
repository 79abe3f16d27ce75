import type { Person } from '#domain/access/person.ts';
import { sayPromised, type PromisedThing } from '#domain/arrange/say-promised.ts';
import { londonDate } from '#domain/london-time.ts';
import { listPeople, type Database } from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { hiddenFrom } from '../hidden-from.ts';
import { readPending } from './read-pending.ts';
import { findSubject } from '../find-subject.ts';

/**
 * Everything that is asked for and booked about somebody by a time, for themselves and for those who
 * may read their record: a worker sees what whoever is to do it sees, also where something else is next.
 */
export async function listPromised(
  db: Database,
  viewer: Person,
  personId: string,
  at = new Date().toISOString(),
): Promise<PromisedThing[]> {
  if (!(await findSubject(db, viewer, 'read-record', personId))) return [];
  const [{ observations, bookings }, people, hidden, { competencies }] = await Promise.all([
    readPending(db, at, personId),
    listPeople(db),
    hiddenFrom(db, viewer),
    readFrameworks(),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const say = {
    nameOf: (id: string) => names.get(id) ?? 'Somebody',
    titleOf: (id: string) => competencies.competencies[id]?.title ?? id,
  };
  // A booked talk tells that harm was chosen.
  const open = bookings.filter(({ competency }) => !hidden(personId, competency));
  return sayPromised({ observations, bookings: open }, say, londonDate(at));
}
