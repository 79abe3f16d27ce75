import { z } from 'zod';
import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { concerning, findOwnAttempt, insertReflection, type Database } from '#db';
import { toMalformed } from './malformed.ts';
import { FormId, storeOnce } from './store-once.ts';

const Reflection = z.object({
  formId: FormId,
  words: z
    .string()
    .trim()
    .min(1, 'Write a few words first.')
    .max(4000, 'Use 4,000 characters or fewer.'),
  shared: z.enum(['private', 'share'], { error: 'Choose who may read this.' }),
});

/** Keeps the worker's own words after an attempt, private or shared as they choose. Earlier words stay. */
export async function saveReflection(
  db: Database,
  person: Pick<Person, 'id'>,
  attemptId: string,
  body: unknown,
  at = new Date().toISOString(),
): Promise<Result<void, Malformed | { code: 'not-found' }>> {
  const attempt = await findOwnAttempt(db, person.id, attemptId);
  if (!attempt?.finishedAt) return refuse({ code: 'not-found' });
  const parsed = Reflection.safeParse(body);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const { formId, words, shared } = parsed.data;
  concerning(person.id);
  const reflection = { attemptId, words, shared: shared === 'share' };
  await storeOnce(formId, reflection, (id) => insertReflection(db, { id, ...reflection, at }));
  return ok(undefined);
}
