import { londonDate } from '#domain/london-time.ts';
import { giveDuty } from '#server/risk/give-duty.ts';
import { recordTraining } from '#server/training/record-training.ts';
import type { PagesOf, PageToVisit } from './page-to-visit.ts';

/** Makes what they need, and gives every page of its area. */
export async function packPages({ db, worker, manager }: PagesOf): Promise<PageToVisit[]> {
  const held = { kind: 'training', completedOn: '2025-01-10', expiresOn: '2026-01-10' };
  for (const body of [
    { ...held, subject: 'moving-and-handling' },
    { ...held, subject: 'medicines', expiresOn: '' },
    { ...held, subject: 'care-certificate', expiresOn: '' },
  ]) {
    const done = await recordTraining(db, manager, worker.id, body);
    if (!done.ok) throw new Error(JSON.stringify(done.problem));
  }
  await giveDuty(db, manager, worker.id, { duty: 'medicines-alone' });
  const yesterday = londonDate(new Date(Date.now() - 86_400_000).toISOString());
  const own = `/people/${worker.id}`;
  return [
    { name: 'training', as: worker, path: `${own}/training` },
    {
      name: 'training with errors',
      as: manager,
      path: `${own}/training`,
      press: 'Record it',
    },
    { name: 'training over the team', as: manager, path: '/training' },
    { name: 'training over the team, after a file', as: manager, path: '/training?added=3&left=1' },
    { name: 'training from a file', as: manager, path: '/training/import' },
    {
      name: 'training from a file, with errors',
      as: manager,
      path: '/training/import',
      press: 'Look at it first',
    },
    { name: 'workforce data set', as: manager, path: '/import?kind=staff&added=3&left=1' },
    {
      name: 'workforce data set, with errors',
      as: manager,
      path: '/import',
      press: 'Look at it first',
    },
    { name: 'targets', as: manager, path: '/targets' },
    { name: 'pack', as: manager, path: `/pack?on=${yesterday}` },
    { name: 'pack of a person', as: worker, path: `${own}/pack` },
  ];
}
