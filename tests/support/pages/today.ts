import { daysAfter } from '#domain/arrange/days-after.ts';
import { londonDate } from '#domain/london-time.ts';
import { arrangeNext } from '#server/arrange/arrange-next.ts';
import { agreeAction, noteSupervision } from '#server/supervision/add-to-supervision.ts';
import { openSupervision } from '#server/supervision/open-supervision.ts';
import type { PagesOf, PageToVisit } from './page-to-visit.ts';

/** Makes what they need, and gives every page of its area. */
export async function todayPages({
  db,
  worker,
  manager,
  assessor,
}: PagesOf): Promise<PageToVisit[]> {
  const today = londonDate(new Date().toISOString());
  const soon = daysAfter(today, 5);
  const opened = await openSupervision(db, assessor, worker.id, { onDay: soon });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  const sheet = `/supervisions/${opened.value.id}`;
  await noteSupervision(db, worker, opened.value.id, { words: 'The order of the round.' });
  const action = { ownerId: worker.id, action: 'Ring before the second visit.', dueOn: soon };
  await agreeAction(db, assessor, opened.value.id, action);
  const watch = { kind: 'observe', competency: 'IP-05', level: '2', who: assessor.id, day: soon };
  await arrangeNext(db, manager, worker.id, watch);
  const of = `/people/${worker.id}`;
  const arrange = `${of}/arrange?competency=IP-04&level=2`;
  return [
    { name: 'today', as: assessor, path: '/today' },
    { name: 'arrange the next thing', as: manager, path: arrange },
    { name: 'arrange an observation', as: manager, path: `${arrange}&do=observe` },
    { name: 'arrange what is hidden', as: manager, path: arrange.replace('IP-04', 'IP-03') },
    { name: 'supervision, for the worker', as: worker, path: sheet, press: 'Add this' },
    { name: 'supervision', as: assessor, path: sheet, press: 'Add what is agreed' },
    {
      name: 'supervisions',
      as: assessor,
      path: `${of}/supervision`,
      press: `Keep this about: ${action.action}`,
    },
    { name: 'next role', as: worker, path: `${of}/next-role` },
    { name: 'home with a supervision to come', as: worker, path: '/home' },
  ];
}
