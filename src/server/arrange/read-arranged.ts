import type { Person } from '#domain/access/person.ts';
import { findArranged, type Arranged } from '#domain/arrange/arranged.ts';
import { londonDate } from '#domain/london-time.ts';
import type { NextThing } from '#domain/profile/state.ts';
import { listPeople, type Database } from '#db';
import { readPending } from './read-pending.ts';
import { findSubject } from '../find-subject.ts';

/** Says of the next thing about a competency what has been arranged, or nothing. */
export type SayArranged = (competency: string, next: NextThing) => Arranged | null;

/** Reads what has been arranged about somebody by a time, for themselves and for those who may read their record. */
export async function readArranged(
  db: Database,
  viewer: Person,
  personId: string,
  at = new Date().toISOString(),
): Promise<SayArranged> {
  if (!(await findSubject(db, viewer, 'read-record', personId))) return () => null;
  const [pending, people] = await Promise.all([readPending(db, at, personId), listPeople(db)]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? 'Somebody';
  return (competency, next) =>
    findArranged(next, { personId, competency }, pending, nameOf, londonDate(at));
}
