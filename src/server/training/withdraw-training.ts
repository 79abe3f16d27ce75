import { z } from 'zod';
import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { listTraining, withdrawTrainingRow, type Database } from '#db';
import { toMalformed } from '../malformed.ts';
import { findSubject } from '../find-subject.ts';

const Withdrawal = z.object({
  recordId: z.string(),
  why: z
    .string()
    .trim()
    .min(5, 'Say why it is withdrawn, in a few words.')
    .max(500, 'Use 500 characters or fewer.'),
});

/** Withdraws a training record that was made in error, with a reason. It can still be read. */
export async function withdrawTraining(
  db: Database,
  manager: Person,
  personId: string,
  body: unknown,
  at = new Date().toISOString(),
): Promise<Result<void, Malformed | { code: 'not-found' }>> {
  if (!(await findSubject(db, manager, 'record-training', personId)))
    return refuse({ code: 'not-found' });
  const parsed = Withdrawal.safeParse(body);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const { recordId, why } = parsed.data;
  const found = (await listTraining(db, personId)).some(({ id }) => id === recordId);
  if (!found) return refuse({ code: 'not-found' });
  await withdrawTrainingRow(db, recordId, { at, by: manager.id, why });
  return ok(undefined);
}
