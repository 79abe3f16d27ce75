import { z } from 'zod';
import { may, type Subject } from '#domain/access/permissions.ts';
import type { Actor, Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { londonDate } from '#domain/london-time.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { insertDiscussion, listDiscussions, type Database } from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { hiddenFrom } from '../hidden-from.ts';
import { malformed, toMalformed } from '../malformed.ts';
import { FormId, storeOnce } from '../store-once.ts';
import { findSubject } from '../find-subject.ts';

const longest = 'Use 4,000 characters or fewer.';
const Discussion = z.object({
  formId: FormId,
  corrects: z.string().optional(),
  competency: z.string().min(1, 'Choose what you talked about.'),
  level: z.coerce
    .number({ error: 'Choose the level you talked about.' })
    .pipe(z.union([z.literal(2), z.literal(3)], { error: 'Choose the level you talked about.' })),
  heldOn: z.iso.date('Give the date as day, month and year.'),
  probed: z
    .string()
    .trim()
    .min(20, 'Write what you asked about, in a sentence or more.')
    .max(4000, longest),
  shown: z
    .string()
    .trim()
    .min(20, 'Write what their answers showed, in a sentence or more.')
    .max(4000, longest),
  outcome: z.enum(['shown', 'not-yet'], { error: 'Say whether the level was shown.' }),
});

/**
 * Records a professional discussion with somebody, or corrects one: the correction is a row of its own
 * by whoever recorded it last, or by a manager, and the earlier words stay.
 */
export async function holdDiscussion(
  db: Database,
  assessor: Person,
  personId: string,
  body: unknown,
  at = new Date().toISOString(),
): Promise<Result<void, Malformed | { code: 'not-found' } | { code: 'hidden' }>> {
  const person = await findSubject(db, assessor, 'hold-discussion', personId);
  if (!person) return refuse({ code: 'not-found' });
  const parsed = Discussion.safeParse(body);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const { formId, corrects: first, ...said } = parsed.data;
  const { competencies } = await readFrameworks();
  if (!Object.hasOwn(competencies.competencies, said.competency))
    return refuse(malformed('competency', 'Choose one from the list.'));
  if (said.heldOn > londonDate(at))
    return refuse(malformed('heldOn', 'The day of the discussion cannot be in the future.'));
  const corrects = first || null;
  if (corrects) {
    const chain = (await listDiscussions(db, personId)).filter(
      (one) => one.id === corrects || one.corrects === corrects,
    );
    const [newest] = chain;
    // Only the first of a chain is named, and what it is about stays what it was about.
    const isFirst = chain.some((one) => one.id === corrects && one.corrects === null);
    if (!newest || !isFirst || !mayCorrect(assessor, person, newest))
      return refuse({ code: 'not-found' });
    if (newest.competency !== said.competency)
      return refuse(malformed('competency', 'A correction is about the same thing.'));
    const hidden = await hiddenFrom(db, assessor);
    if (hidden(personId, said.competency)) return refuse({ code: 'hidden' });
  }
  const discussion = { personId, assessorId: assessor.id, ...said, corrects };
  await storeOnce(formId, discussion, (id) => insertDiscussion(db, { id, ...discussion, at }));
  return ok(undefined);
}

/** Whether somebody may correct a discussion: whoever spoke last, or a manager. */
export const mayCorrect = (
  actor: Actor,
  person: Subject,
  newest: { assessorId: string },
): boolean =>
  may(actor, 'hold-discussion', person) &&
  (newest.assessorId === actor.id || actor.role === 'manager');
