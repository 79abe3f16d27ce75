import type { Competencies } from '#domain/competency/frameworks.ts';
import { readFrameworks } from './content/read-frameworks.ts';

/** A competency of the map by its id. */
export type NamedCompetency = { id: string } & Competencies['competencies'][string];

/** Everything that can be watched at work, in the order of the map. */
export async function listCompetencies(): Promise<NamedCompetency[]> {
  const { competencies } = await readFrameworks();
  return Object.entries(competencies.competencies).map(([id, competency]) => ({
    id,
    ...competency,
  }));
}
