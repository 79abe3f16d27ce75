import { londonDate } from '#domain/london-time.ts';
import { beginFromTemplate } from '#server/begin-observation.ts';
import { signCriteria } from '#server/certificate/sign-criteria.ts';
import { keepDraft } from '#server/practice/keep-draft.ts';
import { recordWitness } from '#server/practice/record-witness.ts';
import type { PagesOf, PageToVisit } from './page-to-visit.ts';

/** Makes what they need, and gives every page of its area. */
export async function practicePages({
  db,
  worker,
  manager,
  assessor,
  signed,
}: PagesOf): Promise<PageToVisit[]> {
  const begun = await beginFromTemplate(db, assessor, worker.id, 'mealtime');
  const made = [
    begun,
    await signCriteria(db, manager, worker.id, {
      criteria: ['CC-14.1c'],
      observationId: signed,
      words: '',
    }),
    await signCriteria(db, manager, worker.id, {
      criteria: ['CC-14.1a'],
      words: 'Told me who may read a record, who may not, and where it is kept.',
    }),
    await recordWitness(db, manager, worker.id, {
      relation: 'professional',
      witness: 'District nurse',
      seenOn: londonDate(new Date().toISOString()),
      competencies: ['IP-04'],
      words: 'She rang me about the new patches before she put the first one on.',
    }),
  ];
  for (const one of made) if (!one.ok) throw new Error(JSON.stringify(one.problem));
  const draft = begun.ok ? begun.value.id : '';
  await keepDraft(db, assessor, draft, { seen: 'She sat down beside him and' });
  const certificate = `/people/${worker.id}/certificate`;
  return [
    { name: 'certificate', as: worker, path: certificate },
    { name: 'certificate on another day', as: manager, path: `${certificate}?on=2026-01-01` },
    { name: 'standard', as: worker, path: `${certificate}/14` },
    { name: 'standard, to sign for', as: manager, path: `${certificate}/5` },
    { name: 'certificate on paper', as: manager, path: `${certificate}/paper` },
    { name: 'who opened the record', as: worker, path: `/people/${worker.id}/readings` },
    { name: 'witnesses', as: worker, path: `/people/${worker.id}/witnesses` },
    {
      name: 'witnesses with errors',
      as: manager,
      path: `/people/${worker.id}/witnesses`,
      press: 'Keep it in the record',
    },
    { name: 'competency with a witness', as: manager, path: `/people/${worker.id}/IP-04` },
    {
      name: 'observe what one chooses',
      as: manager,
      path: `/people/${worker.id}/observe?watch=IP-04`,
    },
    { name: 'sign with a template', as: assessor, path: `/observations/${draft}/sign` },
    {
      name: 'sign with a template and errors',
      as: assessor,
      path: `/observations/${draft}/sign`,
      press: 'Sign the observation',
    },
  ];
}
