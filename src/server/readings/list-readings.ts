import type { Person } from '#domain/access/person.ts';
import { sayOpened } from '#domain/readings/say-opened.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { listPeople, listReadingsOf, type Database } from '#db';
import { findSubject } from '../find-subject.ts';

/** Who opened which part of a record on a day: how often, and when last. */
export interface ShownReading {
  reader: string;
  part: string;
  times: number;
  at: string;
}

/** More than anybody reads at once. */
export const mostReadings = 200;

/** Lists who else opened somebody's record, for themselves and for those who may open it. */
export async function listReadings(
  db: Database,
  viewer: Person,
  personId: string,
): Promise<
  Result<{ person: Person; own: boolean; readings: ShownReading[] }, { code: 'not-found' }>
> {
  const person = await findSubject(db, viewer, 'read-readings', personId);
  if (!person) return refuse({ code: 'not-found' });
  const [days, people] = await Promise.all([
    listReadingsOf(db, personId, mostReadings),
    listPeople(db),
  ]);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const readings = days.map(({ readerId, page, times, at }) => ({
    reader: nameOf.get(readerId) ?? 'Somebody',
    part: sayOpened(page),
    times,
    at,
  }));
  return ok({ person, own: viewer.id === personId, readings });
}
