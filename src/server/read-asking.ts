import type { Person } from '#domain/access/person.ts';
import { attemptsAsOf } from '#domain/attempt/attempts-as-of.ts';
import { planAttempt } from '#domain/attempt/plan-attempt.ts';
import { finishedSince, stillAsked } from '#domain/attempt/still-asked.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { listAssignments, listAttemptsOf, listKeysRead, type Database } from '#db';
import { listPlayable } from './content/load-version.ts';
import { londonDate } from '#domain/london-time.ts';
import { findSubject } from './find-subject.ts';

/** What somebody can be asked to play, and what they were asked and have not finished since. */
export interface Asking {
  person: Person;
  /** Each with whether it has been played, and whether it would count if they were asked to. */
  scenarios: {
    slug: string;
    title: string;
    level: 2 | 3;
    finished: boolean;
    mode: 'assessed' | 'practice';
  }[];
  asked: { title: string; dueOn: string; overdue: boolean }[];
}

/** Reads what a person was asked to play by a time, for themselves and for those who may read their record. */
export async function readAsking(
  db: Database,
  viewer: Person,
  personId: string,
  at = new Date().toISOString(),
): Promise<Result<Asking, { code: 'not-found' }>> {
  const person = await findSubject(db, viewer, 'read-record', personId);
  if (!person) return refuse({ code: 'not-found' });
  const [playable, assigned, all, shown] = await Promise.all([
    listPlayable(db, at),
    listAssignments(db, personId),
    listAttemptsOf(db, personId),
    listKeysRead(db, personId, at),
  ]);
  const attempts = attemptsAsOf(all, at);
  const assignments = assigned.filter((one) => one.at <= at);
  const today = londonDate(at);
  return ok({
    person,
    scenarios: playable.map(({ slug, forms, scenario: { title, level } }) => ({
      slug,
      title,
      level,
      finished: finishedSince(attempts, slug, ''),
      mode: planAttempt({
        ...{ personId, slug, forms, mayRetake: true, knowsKeys: shown.has(slug) },
        earlier: attempts.filter((attempt) => attempt.slug === slug),
      }).mode,
    })),
    asked: stillAsked(assignments, attempts).flatMap(({ slug, dueOn }) => {
      const found = playable.find((one) => one.slug === slug);
      return found ? [{ title: found.scenario.title, dueOn, overdue: dueOn < today }] : [];
    }),
  });
}
