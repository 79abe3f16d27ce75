import { londonDate } from '#domain/london-time.ts';
import type { Person } from '#domain/access/person.ts';
import { recordLeaving } from '#server/auth/record-leaving.ts';
import type { PagesOf, PageToVisit } from './page-to-visit.ts';

/** The pages about leaving, taking a record, erasing one, and how long they are kept. */
export async function keepingPages(
  { db, worker, manager }: PagesOf,
  add: (first: string) => Promise<Person>,
): Promise<PageToVisit[]> {
  const gone = await add('Gwen');
  const leftOn = londonDate(new Date().toISOString());
  const left = await recordLeaving(db, manager, gone.id, { leftOn, leftTime: '00:00' });
  if (!left.ok) throw new Error(JSON.stringify(left.problem));
  const of = (one: Person) => `/people/${one.id}`;
  return [
    // Its form comes filled in: pressed, it would let them go.
    { name: 'leaving', as: manager, path: `${of(worker)}/leave` },
    { name: 'somebody who left', as: manager, path: `${of(gone)}/leave` },
    { name: 'profile of somebody who left', as: manager, path: of(gone) },
    { name: 'taking one’s record', as: worker, path: `${of(worker)}/export` },
    { name: 'taking somebody’s record', as: manager, path: `${of(gone)}/export` },
    {
      name: 'erasing with errors',
      as: manager,
      path: `${of(gone)}/erase`,
      press: 'Erase their record for good',
    },
    { name: 'people who left', as: manager, path: '/team/left' },
    { name: 'how long records are kept', as: manager, path: '/retention' },
  ];
}
