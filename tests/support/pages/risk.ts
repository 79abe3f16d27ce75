import { londonDate } from '#domain/london-time.ts';
import { takeAlert } from '#server/risk/act-on-alert.ts';
import { giveDuty } from '#server/risk/give-duty.ts';
import { listAlerts } from '#server/risk/read-alerts.ts';
import { recordDelegation } from '#server/risk/record-delegation.ts';
import { setNeeds } from '#server/risk/set-needs.ts';
import type { PagesOf, PageToVisit } from './page-to-visit.ts';

const dayFromNow = (days: number) =>
  londonDate(new Date(Date.now() + days * 86_400_000).toISOString());

/** Makes what they need, and gives every page of its area. */
export async function riskPages({ db, worker, manager }: PagesOf): Promise<PageToVisit[]> {
  await giveDuty(db, manager, worker.id, { duty: 'medicines-alone' });
  await giveDuty(db, manager, worker.id, { duty: 'hoist' });
  const task = { task: 'tube-feeding', initials: 'MB' };
  const by = { delegatedBy: 'Ruth Calder', delegatedRole: 'Nurse' };
  const dates = { signedOn: dayFromNow(-200), reviewOn: dayFromNow(-3) };
  await recordDelegation(db, manager, worker.id, { ...task, ...by, ...dates });
  await setNeeds(db, manager, { needs: ['dementia', 'falls', 'many-medicines'] });
  const alerts = await listAlerts(db, manager, undefined, { only: worker.id });
  const [taken, open] = alerts.filter(({ mine }) => mine);
  await takeAlert(db, manager, taken!.key, {
    reason: 'She pressed on with a refused tablet.',
    ownerId: manager.id,
    action: 'Watch one round with her.',
    dueOn: dayFromNow(5),
  });
  const keyed = (key: string) => `/alerts/${encodeURIComponent(key)}`;
  const duties = `/people/${worker.id}/duties`;
  return [
    { name: 'requirements', as: manager, path: '/requirements' },
    {
      name: 'requirement with errors',
      as: manager,
      path: '/requirements/CWP-CSW',
      press: 'Set what the role needs',
    },
    { name: 'alerts', as: manager, path: '/alerts' },
    { name: 'alerts on another day', as: manager, path: `/alerts?on=${dayFromNow(-2)}` },
    { name: 'alert taken on', as: manager, path: keyed(taken!.key), press: 'Close the alert' },
    { name: 'alert', as: manager, path: keyed(open!.key), press: 'Take it on' },
    { name: 'cover', as: manager, path: '/cover' },
    { name: 'duties', as: worker, path: duties },
    { name: 'duties with errors', as: manager, path: duties, press: 'Give this duty' },
    { name: 'delegate', as: manager, path: `${duties}/delegate`, press: 'Record the task' },
  ];
}
