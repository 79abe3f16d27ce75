import type { Citing } from '../../competency/editions.ts';
import type { Frameworks, Problem } from './problem.ts';

/** Every outcome that a scenario cites is in the edition of the Care Certificate that it cites. */
export function checkCertificate(scenario: Citing, { outcomes }: Frameworks): Problem[] {
  const [current] = outcomes.keys();
  const edition = scenario['certificate-edition'] ?? current!;
  const known = outcomes.get(edition);
  if (!known)
    return [
      {
        code: 'unknown-edition',
        path: ['certificate-edition'],
        message: `There is no edition ${edition} of the Care Certificate.`,
        remedy: `Cite one of ${[...outcomes.keys()].join(', ')}, or add it to scenarios/frameworks.`,
      },
    ];
  return scenario.certificate.flatMap((outcome, at) => {
    if (known.has(outcome)) return [];
    const others = [...outcomes].filter(([, ids]) => ids.has(outcome)).map(([other]) => other);
    return [
      {
        code: 'unknown-outcome',
        path: ['certificate', at],
        message: `${outcome} is not in the Care Certificate, edition ${edition}.`,
        remedy: others.length
          ? `Use an id of that edition, or cite "certificate-edition" ${others.join(' or ')}.`
          : 'Use an id from scenarios/frameworks/care-certificate.',
      },
    ];
  });
}
