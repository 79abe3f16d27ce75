import { z } from 'zod';
import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { insertAssignment, type Database } from '#db';
import { malformed, toMalformed } from './malformed.ts';
import { findPlayable } from './content/load-version.ts';
import { FormId, storeOnce } from './store-once.ts';
import { londonDate } from '#domain/london-time.ts';
import { findSubject } from './find-subject.ts';

const Assignment = z.object({
  formId: FormId,
  slug: z.string().min(1, 'Choose a scenario.'),
  dueOn: z.iso.date('Give the day, month and year it is due.'),
});

/** Asks somebody to play a scenario by a date. */
export async function assignScenario(
  db: Database,
  manager: Person,
  personId: string,
  body: unknown,
  at = new Date().toISOString(),
): Promise<Result<void, Malformed | { code: 'not-found' }>> {
  if (!(await findSubject(db, manager, 'assign', personId))) return refuse({ code: 'not-found' });
  const parsed = Assignment.safeParse(body);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const { formId, slug, dueOn } = parsed.data;
  if (!(await findPlayable(db, slug)))
    return refuse(malformed('slug', 'Choose a scenario from the list.'));
  if (dueOn < londonDate(at)) return refuse(malformed('dueOn', 'Choose today or a later day.'));
  const assignment = { personId, slug, dueOn, assignedBy: manager.id };
  await storeOnce(formId, assignment, (id) => insertAssignment(db, { id, ...assignment, at }));
  return ok(undefined);
}
