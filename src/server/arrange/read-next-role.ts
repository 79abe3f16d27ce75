import type { Person } from '#domain/access/person.ts';
import type { Arranged } from '#domain/arrange/arranged.ts';
import { rolesAfter } from '#domain/arrange/next-role.ts';
import { compareToRole, type RoleNeed } from '#domain/arrange/role-gaps.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { type Database } from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { hiddenFrom } from '../hidden-from.ts';
import { noteReading } from '../note-reading.ts';
import { foldPerson } from '../profile/fold-person.ts';
import { readRequirements } from '../risk/read-requirements.ts';
import { readArranged } from './read-arranged.ts';
import { findSubject } from '../find-subject.ts';

/** What one thing that a role needs is called, and what has been arranged about it. */
export interface NamedNeed extends RoleNeed {
  title: string;
  arranged: Arranged | null;
}

/** What is left for another role of the pathway. */
export interface NextRole {
  person: Person;
  own: boolean;
  /** The role they have. */
  role: string;
  /** The roles that come after it, in the order of the pathway. */
  after: { id: string; title: string }[];
  /** The role it is held against; nothing where theirs is the last. */
  wanted: { id: string; title: string; about: string; proposed: boolean } | null;
  needs: NamedNeed[];
  /** Titles of what is hidden from this reader until they sign their observation. */
  hidden: string[];
}

/** Reads what is left for the next role, or for a later one: for the worker and for whoever observes. */
export async function readNextRole(
  db: Database,
  viewer: Person,
  personId: string,
  wanted: string,
  at = new Date().toISOString(),
  now = at,
): Promise<Result<NextRole, { code: 'not-found' }>> {
  const person = await findSubject(db, viewer, 'read-record', personId);
  if (!person) return refuse({ code: 'not-found' });
  const [{ standings }, frameworks, requirements, hides, arrangedOf] = await Promise.all([
    foldPerson(db, person, at),
    readFrameworks(),
    readRequirements(db, at),
    hiddenFrom(db, viewer),
    readArranged(db, viewer, personId, at),
  ]);
  await noteReading(db, viewer, personId, 'next role', now);
  const { categories } = frameworks.roles;
  const after = rolesAfter(categories, person.category);
  const chosen = after.includes(wanted) ? wanted : after[0];
  const requirement = chosen === undefined ? undefined : requirements.get(chosen);
  const { competencies } = frameworks.competencies;
  const titleOf = (id: string) => competencies[id]?.title ?? id;
  const compared = compareToRole(requirement?.needs ?? {}, standings);
  return ok({
    person,
    own: viewer.id === personId,
    role: categories[person.category]?.title ?? person.category,
    after: after.map((id) => ({ id, title: categories[id]!.title })),
    wanted: requirement
      ? {
          id: requirement.category,
          title: requirement.title,
          about: requirement.about,
          proposed: requirement.proposed,
        }
      : null,
    needs: compared
      .filter(({ competency }) => !hides(personId, competency))
      .map((need) => ({
        ...need,
        title: titleOf(need.competency),
        arranged: arrangedOf(need.competency, need.next),
      })),
    hidden: compared
      .filter(({ competency }) => hides(personId, competency))
      .map(({ competency }) => titleOf(competency)),
  });
}
