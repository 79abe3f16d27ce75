import type { Person } from '#domain/access/person.ts';
import { bearingOn, criteriaOf } from '#domain/certificate/criteria.ts';
import type { Database, StoredObservation } from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { findSubject } from '../find-subject.ts';

/** The standards of which a signed observation can show practice, for whoever may sign for it. */
export async function listStandardsShown(
  db: Database,
  viewer: Person,
  { personId, competencies: seen }: Pick<StoredObservation, 'personId' | 'competencies'>,
): Promise<{ number: string; title: string }[]> {
  if (!(await findSubject(db, viewer, 'sign-certificate', personId))) return [];
  const { certificate, competencies } = await readFrameworks();
  const shown = criteriaOf(certificate).filter(
    ({ kind, outcome }) =>
      kind === 'practice' && bearingOn(competencies, outcome).some((one) => seen.includes(one)),
  );
  return [...new Set(shown.map(({ standard }) => standard))].map((number) => ({
    number,
    title: certificate.standards[number]!.title,
  }));
}
