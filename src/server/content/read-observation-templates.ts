import { join } from 'node:path';
import { bearingOn, criteriaOf } from '#domain/certificate/criteria.ts';
import type { CareCertificate, Competencies } from '#domain/competency/frameworks.ts';
import { ObservationTemplates, type ObservationTemplate } from '#domain/observation/template.ts';
import { ContentError } from './content-error.ts';
import { readEditions } from './read-editions.ts';
import { readOnce } from './content-folder.ts';
import { readFrameworks } from './read-frameworks.ts';
import type { ContentProblem } from './read-yaml.ts';

/** Reads the current templates of a folder. What they name has to be in the frameworks given. */
export async function readObservationTemplatesIn(
  folder: string,
  { competencies: map, certificate }: { competencies: Competencies; certificate: CareCertificate },
): Promise<ObservationTemplate[]> {
  const problems: ContentProblem[] = [];
  const [current] = await readEditions(folder, ObservationTemplates, problems);
  if (!current) throw new ContentError(problems);
  const criteria = new Map(criteriaOf(certificate).map((one) => [one.id, one]));
  const { templates } = current.framework;
  for (const [name, { competencies, practice }] of Object.entries(templates)) {
    for (const [at, id] of competencies.entries())
      if (!Object.hasOwn(map.competencies, id))
        problems.push(
          current.locate(
            'unknown-competency',
            ['templates', name, 'competencies', at],
            `${id} is not in the competency map, edition ${map.edition}.`,
            'Use an id of that map.',
          ),
        );
    for (const [at, id] of practice.entries()) {
      const criterion = criteria.get(id);
      const bears =
        criterion?.kind === 'practice' &&
        bearingOn(map, criterion.outcome).some((one) => competencies.includes(one));
      if (!bears)
        problems.push(
          current.locate(
            'no-such-practice',
            ['templates', name, 'practice', at],
            `${id} is no criterion of practice that the competencies of ${name} bear on.`,
            'Use a criterion of practice of the current Care Certificate, or drop it.',
          ),
        );
    }
  }
  if (problems.length) throw new ContentError(problems);
  return Object.entries(templates).map(([id, template]) => ({ id, ...template }));
}

/** What to look for at each task. Read once for each folder. */
export const readObservationTemplates = readOnce(async (folder) =>
  readObservationTemplatesIn(
    join(folder, 'frameworks', 'observation-templates'),
    await readFrameworks(),
  ),
);
