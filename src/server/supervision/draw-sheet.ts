import { compareToRole, gapsOf } from '#domain/arrange/role-gaps.ts';
import type { Person } from '#domain/access/person.ts';
import { buildSheet } from '#domain/supervision/build-sheet.ts';
import type { Sheet } from '#domain/supervision/sheet.ts';
import { listPeople, listSharedReflections, listSignedObservations, type Database } from '#db';
import { loadVersion } from '../content/load-version.ts';
import { readFrameworks } from '../content/read-frameworks.ts';
import { foldPerson } from '../profile/fold-person.ts';
import { readRequirements } from '../risk/read-requirements.ts';

/** Draws the sheet of a supervision from the profile at a time: whole, whoever is to read it. */
export async function drawSheet(db: Database, person: Person, at: string): Promise<Sheet> {
  const [{ standings, policy }, frameworks, observations, reflections, people, requirements] =
    await Promise.all([
      foldPerson(db, person, at),
      readFrameworks(),
      listSignedObservations(db, person.id, at),
      listSharedReflections(db, person.id, at),
      listPeople(db),
      readRequirements(db, at),
    ]);
  const { competencies } = frameworks.competencies;
  const titleOf = (id: string) => competencies[id]?.title ?? id;
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const corrected = new Set(observations.map(({ supersedes }) => supersedes));
  const versions = await Promise.all(
    reflections.map(({ versionHash, form }) => loadVersion(db, versionHash, form)),
  );
  const needs = requirements.get(person.category)?.needs ?? {};
  return buildSheet({
    at,
    policyVersion: policy.version,
    well: policy.levels[2].practice.entrustment,
    personId: person.id,
    role: frameworks.roles.categories[person.category]?.title ?? person.category,
    standings: standings.map((one) => ({ ...one, title: titleOf(one.competency) })),
    observations: observations
      .filter(({ id }) => !corrected.has(id))
      .map(({ id, observerId, observedAt, seen, ratings }) => ({
        id,
        observer: nameOf.get(observerId) ?? 'Somebody',
        observedAt: observedAt!,
        seen: seen ?? '',
        trust: ratings,
      })),
    reflections: reflections.map(
      ({ attemptId, words, at: written, competencies: about }, index) => ({
        attemptId,
        scenario: versions[index]!.scenario.title,
        words,
        at: written,
        competencies: about,
      }),
    ),
    gaps: gapsOf(compareToRole(needs, standings)).map((gap) => ({
      ...gap,
      title: titleOf(gap.competency),
    })),
  });
}
