import type { Person } from '#domain/access/person.ts';
import type { ListedAttempt } from '#domain/attempt/listed-attempt.ts';
import { nameEdition } from '#domain/competency/editions.ts';
import type { CompetencyStanding } from '#domain/profile/fold-profile.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { listSignedObservations, type Database, type StoredObservation } from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { hiddenFrom } from '../hidden-from.ts';
import { noteReading } from '../note-reading.ts';
import { foldPerson } from './fold-person.ts';
import { findSubject } from '../find-subject.ts';

/** One competency on a profile. Where it is hidden, only its name may be shown. */
export type ProfileLine =
  | { id: string; title: string; about: string; risk: string; hidden: true }
  | ({
      id: string;
      title: string;
      about: string;
      risk: string;
      hidden: false;
    } & CompetencyStanding);

/** A worker's profile: the same page for the worker and for those who may read their record. */
export interface Profile {
  person: Person;
  own: boolean;
  lines: ProfileLine[];
  attempts: { attempt: ListedAttempt; title: string; level: 2 | 3 }[];
  observations: StoredObservation[];
  policy: { version: string; status: string; about: string };
  roleTitle: string;
  /** The editions that competencies and the role are named by, in words. */
  names: { competencies: string; roles: string };
}

/** Reads a profile as of a time, which may lie behind. What is not yours to see is not found. */
export async function readProfile(
  db: Database,
  viewer: Person,
  personId: string,
  at = new Date().toISOString(),
  now = at,
): Promise<Result<Profile, { code: 'not-found' }>> {
  const person = await findSubject(db, viewer, 'read-record', personId);
  if (!person) return refuse({ code: 'not-found' });
  const [{ standings, played, policy }, frameworks, hidden, observations] = await Promise.all([
    foldPerson(db, person, at),
    readFrameworks(),
    hiddenFrom(db, viewer),
    listSignedObservations(db, personId, at),
  ]);
  await noteReading(db, viewer, personId, 'profile', now);
  const { competencies } = frameworks.competencies;
  const lines = standings.map((standing): ProfileLine => {
    const { title, about, risk } = competencies[standing.competency]!;
    const named = { id: standing.competency, title, about, risk };
    return hidden(personId, standing.competency)
      ? { ...named, hidden: true }
      : { ...named, hidden: false, ...standing };
  });
  return ok({
    person,
    own: viewer.id === personId,
    lines,
    attempts: played.map(
      ({ attempt: { id, mode, startedAt, finishedAt }, version: { scenario } }) => ({
        attempt: { id, mode, startedAt, finishedAt },
        title: scenario.title,
        level: scenario.level,
      }),
    ),
    observations,
    policy: { version: policy.version, status: policy.status, about: policy.about },
    roleTitle: frameworks.roles.categories[person.category]?.title ?? person.category,
    names: {
      competencies: nameEdition(frameworks.competencies),
      roles: nameEdition(frameworks.roles),
    },
  });
}
