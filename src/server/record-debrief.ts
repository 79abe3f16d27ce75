import { z } from 'zod';
import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { findAttempt, insertDebrief, type Database } from '#db';
import { toMalformed } from './malformed.ts';
import { FormId, storeOnce } from './store-once.ts';
import { londonDate } from '#domain/london-time.ts';
import { findSubject } from './find-subject.ts';

const Talk = z.object({
  formId: FormId,
  heldOn: z.iso.date('Give the date as day, month and year.'),
  words: z
    .string()
    .trim()
    .min(10, 'Write what was talked about, in a sentence or more.')
    .max(4000, 'Use 4,000 characters or fewer.'),
});

/** Records a conversation about harm chosen in an attempt: the first step that settles a concern. */
export async function recordDebrief(
  db: Database,
  actor: Person,
  attemptId: string,
  body: unknown,
  at = new Date().toISOString(),
): Promise<Result<void, Malformed | { code: 'not-found' }>> {
  const attempt = await findAttempt(db, attemptId);
  if (!attempt?.finishedAt || !(await findSubject(db, actor, 'record-debrief', attempt.personId)))
    return refuse({ code: 'not-found' });
  const parsed = Talk.safeParse(body);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const { formId, heldOn, words } = parsed.data;
  const wrong = (message: string) =>
    refuse({ code: 'malformed' as const, problems: [{ field: 'heldOn', message }] });
  if (heldOn > londonDate(at)) return wrong('The day of the conversation cannot be in the future.');
  if (heldOn < londonDate(attempt.startedAt))
    return wrong('The conversation cannot be earlier than the scenario it is about.');
  const talk = { attemptId, personId: attempt.personId, heldBy: actor.id, heldOn, words };
  await storeOnce(formId, talk, (id) => insertDebrief(db, { id, ...talk, at }));
  return ok(undefined);
}
