import { z } from 'zod';
import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { londonDate } from '#domain/london-time.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import {
  closeAgreedAction,
  findAgreedAction,
  findPerson,
  insertAgreedAction,
  insertSupervisionNote,
  type Database,
} from '#db';
import { malformed, toMalformed } from '../malformed.ts';
import { FormId, storeOnce } from '../store-once.ts';
import { findOpenSupervision } from './find-open-supervision.ts';
import { findSubject } from '../find-subject.ts';

type Added = Promise<Result<void, Malformed | { code: 'not-found' | 'held' }>>;

const words = (least: number, tooShort: string) =>
  z.string().trim().min(least, tooShort).max(2000, 'Use 2,000 characters or fewer.');

const Note = z.object({ formId: FormId, words: words(1, 'Write a few words first.') });

const Agreed = z.object({
  formId: FormId,
  ownerId: z.string(),
  action: words(5, 'Say what is to be done.'),
  dueOn: z.iso.date('Give the day, month and year.'),
});

const Outcome = z.object({
  outcome: words(3, 'Say what came of it.'),
  /** Whose page the form stood on: what was agreed with somebody else is not there. */
  personId: z.string().optional(),
});

/** Adds words to a supervision: the worker's or the holder's own. */
export async function noteSupervision(
  db: Database,
  actor: Person,
  id: string,
  body: unknown,
  at = new Date().toISOString(),
): Added {
  const open = await findOpenSupervision(db, actor, 'note-supervision', id);
  if (!open.ok) return open;
  const parsed = Note.safeParse(body);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const note = { supervisionId: id, by: actor.id, words: parsed.data.words };
  await storeOnce(parsed.data.formId, note, (row) =>
    insertSupervisionNote(db, { id: row, ...note, at }),
  );
  return ok(undefined);
}

/** Writes down what was agreed: who does it, and by when. */
export async function agreeAction(
  db: Database,
  actor: Person,
  id: string,
  body: unknown,
  at = new Date().toISOString(),
): Added {
  const open = await findOpenSupervision(db, actor, 'supervise', id);
  if (!open.ok) return open;
  const parsed = Agreed.safeParse(body);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const { formId, ownerId, action, dueOn } = parsed.data;
  const { personId } = open.value;
  const owner = await findPerson(db, ownerId);
  if (!owner || !(owner.id === personId || (await findSubject(db, owner, 'supervise', personId))))
    return refuse(malformed('ownerId', 'Choose somebody from the list.'));
  if (dueOn < londonDate(at)) return refuse(malformed('dueOn', 'Choose today or a later day.'));
  const row = { supervisionId: id, personId, ownerId, words: action, dueOn };
  await storeOnce(formId, row, (named) => insertAgreedAction(db, { id: named, ...row, at }));
  return ok(undefined);
}

/** Says what came of something agreed. Said once, it stands. */
export async function closeAction(
  db: Database,
  actor: Person,
  actionId: string,
  body: unknown,
  at = new Date().toISOString(),
): Promise<Result<void, Malformed | { code: 'not-found' }>> {
  const action = await findAgreedAction(db, actionId);
  if (!action || !(await findSubject(db, actor, 'supervise', action.personId)))
    return refuse({ code: 'not-found' });
  const parsed = Outcome.safeParse(body);
  if (!parsed.success) {
    const { problems, code } = toMalformed(parsed.error);
    // A page has several of these forms: the problem is at this one.
    return refuse({
      code,
      problems: problems.map((one) => ({ ...one, field: `outcome-${actionId}` })),
    });
  }
  const { outcome, personId = action.personId } = parsed.data;
  if (personId !== action.personId) return refuse({ code: 'not-found' });
  if (action.outcome !== null && action.outcome !== outcome)
    return refuse(malformed(`outcome-${actionId}`, 'Somebody has said already what came of it.'));
  const said = { outcome, outcomeBy: actor.id, outcomeAt: at };
  await closeAgreedAction(db, actionId, said);
  return ok(undefined);
}
