import { z } from 'zod';
import { may } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { londonDate } from '#domain/london-time.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { findAttempt, findPerson, insertAskedObservation, insertBooking, type Database } from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { malformed, toMalformed } from '../malformed.ts';
import { FormId, storeOnce } from '../store-once.ts';
import { findSubject } from '../find-subject.ts';

const Arrangement = z.object({
  formId: FormId,
  kind: z.enum(['observe', 'discussion', 'debrief'], { error: 'Choose what to arrange.' }),
  competency: z.string(),
  level: z.coerce.number().pipe(z.union([z.literal(2), z.literal(3)])),
  attemptId: z.string().default(''),
  /** Who is to observe or to hold it; for an observation it may be nobody in particular. */
  who: z.string(),
  day: z.iso.date('Give the day, month and year.'),
});

/** Asks for an observation, or books a conversation, about one competency of somebody else. */
export async function arrangeNext(
  db: Database,
  actor: Person,
  personId: string,
  body: unknown,
  at = new Date().toISOString(),
): Promise<Result<void, Malformed | { code: 'not-found' }>> {
  const person = await findSubject(db, actor, 'arrange', personId);
  if (!person) return refuse({ code: 'not-found' });
  const parsed = Arrangement.safeParse(body);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const { formId, kind, competency, level, attemptId, who, day } = parsed.data;
  const { competencies } = (await readFrameworks()).competencies;
  if (!Object.hasOwn(competencies, competency)) return refuse({ code: 'not-found' });
  if (day < londonDate(at)) return refuse(malformed('day', 'Choose today or a later day.'));
  const anybody = who === '' && kind === 'observe';
  const chosen = anybody ? undefined : await findPerson(db, who);
  const mayDo = kind === 'observe' ? 'observe' : 'hold-discussion';
  if (!anybody && !(chosen && may(chosen, mayDo, person)))
    return refuse(malformed('who', 'Choose somebody from the list.'));

  if (kind === 'observe') {
    const asked = { personId, competency, observerId: chosen?.id ?? null, dueOn: day };
    const row = { ...asked, askedBy: actor.id };
    await storeOnce(formId, row, (id) => insertAskedObservation(db, { id, ...row, at }));
    return ok(undefined);
  }
  const attempt = kind === 'debrief' ? await findAttempt(db, attemptId) : undefined;
  // A talk about harm is about a finished attempt of this very person.
  if (kind === 'debrief' && !(attempt?.personId === personId && attempt.finishedAt))
    return refuse({ code: 'not-found' });
  const row = {
    ...{ personId, kind, competency, level, attemptId: attempt?.id ?? null },
    ...{ holderId: chosen!.id, onDay: day, bookedBy: actor.id },
  };
  await storeOnce(formId, row, (id) => insertBooking(db, { id, ...row, at }));
  return ok(undefined);
}
