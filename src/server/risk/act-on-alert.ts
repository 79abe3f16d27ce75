import { z } from 'zod';
import { may } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { londonDate } from '#domain/london-time.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { insertAlertAction, listPeople, type Database } from '#db';
import { malformed, toMalformed } from '../malformed.ts';
import { FormId, storeOnce } from '../store-once.ts';
import { listAlerts, type ShownAlert } from './read-alerts.ts';

const sentence = (least: number, short: string) =>
  z.string().trim().min(least, short).max(2000, 'Use 2,000 characters or fewer.');

const Taking = z.object({
  formId: FormId,
  reason: sentence(10, 'Say why this is so, in a sentence.'),
  ownerId: z.string().min(1, 'Choose who owns it.'),
  action: sentence(5, 'Say what will be done.'),
  dueOn: z.iso.date('Give the day by which it is done.'),
});

const Closing = Taking.extend({
  outcome: sentence(10, 'Say what came of it, in a sentence. Without that it stays open.'),
});

/** An alert that may be acted on, and who may own it: observers, but not the person it is about. */
export interface ActionableAlert {
  alert: ShownAlert;
  owners: Pick<Person, 'id' | 'name'>[];
}

/** Finds an alert to act on. One about oneself, or hidden while one observes, is not there. */
export async function findAlert(
  db: Database,
  viewer: Person,
  key: string,
  at = new Date().toISOString(),
): Promise<Result<ActionableAlert, { code: 'not-found' }>> {
  if (!may(viewer, 'read-today')) return refuse({ code: 'not-found' });
  const alerts = await listAlerts(db, viewer, at, { withClosed: true });
  const alert = alerts.find((one) => one.key === key);
  if (!alert?.mine) return refuse({ code: 'not-found' });
  const people = await listPeople(db);
  const subject = people.find(({ id }) => id === alert.person.id)!;
  const owners = people.filter((one) => may(one, 'act-on-alert', subject));
  return ok({ alert, owners });
}

/** Takes an alert on: who does what about it, why and by when. Taken again, the new row holds. */
export async function takeAlert(
  db: Database,
  actor: Person,
  key: string,
  body: unknown,
  at = new Date().toISOString(),
): Promise<Result<void, Malformed | { code: 'not-found' }>> {
  const found = await findAlert(db, actor, key, at);
  if (!found.ok || found.value.alert.state === 'closed') return refuse({ code: 'not-found' });
  const parsed = Taking.safeParse(body);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  if (parsed.data.dueOn < londonDate(at))
    return refuse(malformed('dueOn', 'Choose today or a later day.'));
  return keep(db, actor, found.value, { ...parsed.data, outcome: null }, at);
}

/** Closes an alert. Without a reason, an owner, an action, a date and an outcome it stays as it is. */
export async function closeAlert(
  db: Database,
  actor: Person,
  key: string,
  body: unknown,
  at = new Date().toISOString(),
): Promise<Result<void, Malformed | { code: 'not-found' }>> {
  const found = await findAlert(db, actor, key, at);
  if (!found.ok) return refuse({ code: 'not-found' });
  const parsed = Closing.safeParse(body);
  const { state, history } = found.value.alert;
  if (state === 'closed') {
    const last = history.at(-1);
    // Sent twice, it is done already, and answered so.
    const isDone = parsed.success && last?.by === actor.id && last.outcome === parsed.data.outcome;
    return isDone ? ok(undefined) : refuse({ code: 'not-found' });
  }
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  return keep(db, actor, found.value, parsed.data, at);
}

async function keep(
  db: Database,
  actor: Person,
  { alert, owners }: ActionableAlert,
  said: z.output<typeof Taking> & { outcome: string | null },
  at: string,
): Promise<Result<void, Malformed>> {
  const { formId, reason, ownerId, action, dueOn, outcome } = said;
  if (!owners.some(({ id }) => id === ownerId))
    return refuse(malformed('ownerId', 'Choose somebody from the list.'));
  const row = {
    ...{ alert: alert.key, personId: alert.person.id, ownerId },
    ...{ reason, action, dueOn, outcome, by: actor.id },
  };
  await storeOnce(formId, row, (id) => insertAlertAction(db, { id, ...row, at }));
  return ok(undefined);
}
