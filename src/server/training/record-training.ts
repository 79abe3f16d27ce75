import { z } from 'zod';
import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { londonDate } from '#domain/london-time.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { kindOf } from '#domain/training/check-rows.ts';
import { insertTraining, listTraining, type Database } from '#db';
import { readTrainingSubjects } from '../content/read-training-subjects.ts';
import { malformed, toMalformed } from '../malformed.ts';
import { FormId, storeOnce } from '../store-once.ts';
import { findSubject } from '../find-subject.ts';

const Training = z.object({
  formId: FormId,
  subject: z.string().min(1, 'Choose what the training was about.'),
  kind: z.enum(['training', 'brought'], 'Choose where it was done.'),
  completedOn: z.iso.date('Give the day it was completed as day, month and year.'),
  expiresOn: z.union(
    [z.literal('').transform(() => null), z.iso.date()],
    'Give the last day as day, month and year, or leave it empty.',
  ),
});

/** Records training that somebody finished, or that they bring from elsewhere. It shows nothing. */
export async function recordTraining(
  db: Database,
  manager: Person,
  personId: string,
  body: unknown,
  at = new Date().toISOString(),
): Promise<Result<void, Malformed | { code: 'not-found' }>> {
  if (!(await findSubject(db, manager, 'record-training', personId)))
    return refuse({ code: 'not-found' });
  const parsed = Training.safeParse(body);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const { formId, subject, completedOn, expiresOn, kind: said } = parsed.data;
  const known = await readTrainingSubjects();
  if (!Object.hasOwn(known.subjects, subject))
    return refuse(malformed('subject', 'Choose a subject from the list.'));
  if (completedOn > londonDate(at))
    return refuse(malformed('completedOn', 'The day is still to come. Record it once it is done.'));
  if (expiresOn && expiresOn < completedOn)
    return refuse(malformed('expiresOn', 'It cannot run out before it was completed.'));
  const same = (await listTraining(db, personId)).find(
    (one) => one.subject === subject && one.completedOn === completedOn,
  );
  if (same && same.expiresOn !== expiresOn)
    return refuse(
      malformed(
        'expiresOn',
        'This training of that day is recorded with another last day. If that is wrong, withdraw it first.',
      ),
    );
  const kind = kindOf(known, subject, said);
  const training = { personId, subject, kind, completedOn, expiresOn };
  await storeOnce(formId, training, (id) =>
    insertTraining(db, [{ id, ...training, source: 'entered', recordedBy: manager.id, at }]),
  );
  return ok(undefined);
}
