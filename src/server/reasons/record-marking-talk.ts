import { z } from 'zod';
import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { londonDate } from '#domain/london-time.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { insertTalk, type Database } from '#db';
import { hiddenFrom } from '../hidden-from.ts';
import { malformed, toMalformed } from '../malformed.ts';
import { FormId, storeOnce } from '../store-once.ts';
import { gatherTexts, isClosed } from './gather-texts.ts';
import { findSubject } from '../find-subject.ts';

const Talk = z.object({
  formId: FormId,
  heldOn: z.iso.date('Give the date as day, month and year.'),
  outcome: z.enum(['shown', 'not-yet'], { error: 'Say what you agreed to take it as.' }),
  words: z
    .string()
    .trim()
    .min(20, 'Write what you saw differently and what settled it, in a sentence or more.')
    .max(4000, 'Use 4,000 characters or fewer.'),
});

/** Records the conversation of two markers who differed. Both markings stay as they are. */
export async function recordMarkingTalk(
  db: Database,
  actor: Person,
  moveId: string,
  body: unknown,
  at = new Date().toISOString(),
): Promise<Result<void, Malformed | { code: 'not-found' } | { code: 'hidden' }>> {
  const [text] = await gatherTexts(db, { moveId });
  const [first, second] = text?.markings ?? [];
  if (!text || !second || !(await findSubject(db, actor, 'mark-reasons', text.personId)))
    return refuse({ code: 'not-found' });
  if (isClosed(text, await hiddenFrom(db, actor))) return refuse({ code: 'hidden' });
  if (first!.outcome === second.outcome) return refuse({ code: 'not-found' });
  const parsed = Talk.safeParse(body);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const { formId, ...said } = parsed.data;
  const wrong = (message: string) => refuse(malformed('heldOn', message));
  if (said.heldOn > londonDate(at)) return wrong('The day you talked cannot be in the future.');
  if (said.heldOn < londonDate(second.at))
    return wrong('You cannot have talked before both of you had marked it.');
  const talk = { moveId, heldBy: actor.id, ...said };
  await storeOnce(formId, talk, (id) => insertTalk(db, { id, ...talk, at }));
  return ok(undefined);
}
