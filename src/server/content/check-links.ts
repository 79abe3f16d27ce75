import type { Cqc } from '#domain/competency/cqc.ts';
import { outcomesOf } from '#domain/competency/editions.ts';
import type { CareCertificate, Competencies } from '#domain/competency/frameworks.ts';
import type { ReadEdition } from './read-editions.ts';
import type { ContentProblem } from './read-yaml.ts';

/**
 * Finds links between frameworks that lead nowhere: outcomes that the current Care Certificate does
 * not have, and competencies that the current map does not have.
 */
export function checkLinks(
  map: ReadEdition<Competencies>,
  { framework: certificate }: ReadEdition<CareCertificate>,
  cqc: ReadEdition<Cqc>,
): ContentProblem[] {
  const outcomes = new Set(outcomesOf(certificate));
  const { competencies } = map.framework;
  const lost = Object.entries(competencies).flatMap(([id, competency]) =>
    competency.certificate.flatMap((outcome, at) =>
      outcomes.has(outcome)
        ? []
        : map.locate(
            'unknown-outcome',
            ['competencies', id, 'certificate', at],
            `${outcome} is not in the Care Certificate, edition ${certificate.edition}.`,
            'Use an id of that edition, or add it there.',
          ),
    ),
  );
  const unmapped = Object.keys(cqc.framework.links)
    .filter((id) => !Object.hasOwn(competencies, id))
    .map((id) =>
      cqc.locate(
        'unknown-competency',
        ['links', id],
        `${id} is not in the competency map, edition ${map.framework.edition}.`,
        'Use an id of that map, or drop the line.',
      ),
    );
  return [...lost, ...unmapped];
}
