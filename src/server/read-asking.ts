import { may } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import { finishedSince, stillAsked } from '#domain/attempt/still-asked.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { findPerson, listAssignments, listAttemptsOf, type Database } from '#db';
import { listPlayable } from './content/load-version.ts';
import { londonDate } from '#domain/london-time.ts';

/** What somebody can be asked to play, and what they were asked and have not finished since. */
export interface Asking {
  person: Person;
  scenarios: { slug: string; title: string; level: 2 | 3; finished: boolean }[];
  asked: { title: string; dueOn: string; overdue: boolean }[];
}

/** Reads what a person was asked to play, for themselves and for those who may read their record. */
export async function readAsking(
  db: Database,
  viewer: Person,
  personId: string,
  at = new Date().toISOString(),
): Promise<Result<Asking, { code: 'not-found' }>> {
  if (!may(viewer, 'read-record', personId)) return refuse({ code: 'not-found' });
  const person = await findPerson(db, personId);
  if (!person) return refuse({ code: 'not-found' });
  const [playable, assignments, attempts] = await Promise.all([
    listPlayable(db),
    listAssignments(db, personId),
    listAttemptsOf(db, personId),
  ]);
  const today = londonDate(at);
  return ok({
    person,
    scenarios: playable.map(({ slug, scenario: { title, level } }) => ({
      slug,
      title,
      level,
      finished: finishedSince(attempts, slug, ''),
    })),
    asked: stillAsked(assignments, attempts).flatMap(({ slug, dueOn }) => {
      const found = playable.find((one) => one.slug === slug);
      return found ? [{ title: found.scenario.title, dueOn, overdue: dueOn < today }] : [];
    }),
  });
}
