import type { Person } from '#domain/access/person.ts';
import type { CompetencyStanding } from '#domain/profile/fold-profile.ts';
import { coverOf, isCovered, stateFor } from '#domain/risk/confirmed.ts';
import type { Database } from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { hiddenFrom } from '../hidden-from.ts';
import { foldPerson } from '../profile/fold-person.ts';
import { readRequirements } from './read-requirements.ts';
import { findSubject } from '../find-subject.ts';

/** What somebody's role needs here, and how much of it is shown. */
export interface RoleNeeds {
  role: string;
  proposed: boolean;
  needed: number;
  /** How many of them are hidden from the viewer for now: they are in neither list. */
  hidden: number;
  missing: { competency: string; title: string; level: 2 | 3 }[];
}

/** Reads what a person's role needs and has not been shown yet, for who may read their record. */
export async function readRoleNeeds(
  db: Database,
  viewer: Person,
  person: Person,
  at = new Date().toISOString(),
  folded?: readonly CompetencyStanding[],
): Promise<RoleNeeds | undefined> {
  if (!(await findSubject(db, viewer, 'read-record', person.id))) return undefined;
  const [requirements, frameworks, hidden] = await Promise.all([
    readRequirements(db, at),
    readFrameworks(),
    hiddenFrom(db, viewer),
  ]);
  const role = requirements.get(person.category);
  if (!role) return undefined;
  const { competencies } = frameworks.competencies;
  const needs = Object.entries(role.needs).sort(([a], [b]) => a.localeCompare(b));
  const open = needs.filter(([competency]) => !hidden(person.id, competency));
  const standings =
    folded ??
    (
      await foldPerson(
        db,
        person,
        at,
        open.map(([competency]) => competency),
      )
    ).standings;
  const stands = new Map(standings.map((one) => [one.competency, one]));
  return {
    role: role.title,
    proposed: role.proposed,
    needed: needs.length,
    hidden: needs.length - open.length,
    missing: open
      .filter(([competency, level]) => {
        const standing = stands.get(competency);
        return !standing || !isCovered(coverOf(stateFor(standing, level)));
      })
      .map(([competency, level]) => ({
        competency,
        title: competencies[competency]?.title ?? competency,
        level,
      })),
  };
}
