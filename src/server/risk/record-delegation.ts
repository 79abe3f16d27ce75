import { z } from 'zod';
import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { londonDate, sayDate } from '#domain/london-time.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { latestReview } from '#domain/risk/sign-off.ts';
import { insertDelegation, type Database } from '#db';
import { readRisk } from '../content/read-risk.ts';
import { malformed, toMalformed } from '../malformed.ts';
import { FormId, storeOnce } from '../store-once.ts';
import { findSubject } from '../find-subject.ts';

const Delegating = z.object({
  formId: FormId,
  task: z.string().min(1, 'Choose the task.'),
  // Never a name: a record about a worker is no place for whom they support.
  initials: z
    .string()
    .trim()
    .regex(/^\p{L}{2,4}$/u, 'Give initials only: two to four letters, with no dots and no name.')
    .toUpperCase(),
  delegatedBy: z
    .string()
    .trim()
    .min(3, 'Give the name of the professional who delegated it.')
    .max(100, 'Use 100 characters or fewer.'),
  delegatedRole: z.string().min(1, 'Choose their profession.'),
  signedOn: z.iso.date('Give the day on which they signed it off.'),
  reviewOn: z.iso.date('Give the day by which it is reviewed.'),
});

type Refused = Malformed | { code: 'not-found' };

/** Records that a registered professional delegated a health task to this worker for one person. */
export async function recordDelegation(
  db: Database,
  manager: Person,
  personId: string,
  body: unknown,
  at = new Date().toISOString(),
): Promise<Result<void, Refused>> {
  if (!(await findSubject(db, manager, 'record-delegation', personId)))
    return refuse({ code: 'not-found' });
  const parsed = Delegating.safeParse(body);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const { formId, ...said } = parsed.data;
  const { duties, delegation } = (await readRisk()).duties;
  if (!Object.hasOwn(duties, said.task) || !duties[said.task]!['health-task'])
    return refuse(malformed('task', 'Choose a task from the list.'));
  if (!delegation.professions.includes(said.delegatedRole))
    return refuse(malformed('delegatedRole', 'Choose a profession from the list.'));
  if (said.signedOn > londonDate(at))
    return refuse(malformed('signedOn', 'The day of the sign-off cannot be in the future.'));
  const latest = latestReview(said.signedOn, delegation.months);
  if (said.reviewOn <= said.signedOn || said.reviewOn > latest)
    return refuse(
      malformed('reviewOn', `Choose a day after the sign-off, up to ${sayDate(latest)}.`),
    );
  const row = { personId, ...said, recordedBy: manager.id };
  await storeOnce(formId, row, (id) => insertDelegation(db, { id, ...row, at }));
  return ok(undefined);
}
