import { officialCode } from '../competency/editions.ts';
import type { CareCertificate, Competencies } from '../competency/frameworks.ts';

/** One criterion that an assessor signs for, with where it stands in the certificate. */
export interface Criterion {
  id: string;
  /** The publisher's own number, or nothing where it is not confirmed for the edition. */
  code: string | null;
  statement: string;
  kind: 'knowledge' | 'practice';
  sure: 'yes' | 'older' | 'memory';
  outcome: string;
  standard: string;
}

/** Every criterion of an edition, in its order. */
export const criteriaOf = ({ standards }: CareCertificate): Criterion[] =>
  Object.entries(standards).flatMap(([standard, { outcomes }]) =>
    Object.entries(outcomes).flatMap(([outcome, { criteria = {} }]) =>
      Object.entries(criteria).map(([id, { statement, kind, sure }]) => ({
        ...{ id, statement, kind, sure, outcome, standard },
        code: officialCode(outcome, { sure: sure === 'yes' ? 'yes' : 'no' }) && id.slice(3),
      })),
    ),
  );

/** The competencies of the map that bear on an outcome. */
export const bearingOn = (map: Competencies, outcome: string): string[] =>
  Object.entries(map.competencies)
    .filter(([, { certificate }]) => certificate.includes(outcome))
    .map(([id]) => id);
