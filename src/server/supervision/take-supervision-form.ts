import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { findSupervision, type Database } from '#db';
import { agreeAction, closeAction, noteSupervision } from './add-to-supervision.ts';
import { holdSupervision } from './hold-supervision.ts';

type Form = 'note' | 'agreed' | 'close' | 'hold';

/** Does what one of the forms of a supervision's page asks for, and says which it was. */
export async function takeSupervisionForm(
  db: Database,
  actor: Person,
  id: string,
  field: (name: string) => string,
): Promise<Result<Form, Malformed | { code: 'not-found' | 'held' }>> {
  const form = field('form');
  const formId = field('formId');
  const done =
    form === 'note'
      ? await noteSupervision(db, actor, id, { formId, words: field('words') })
      : form === 'agreed'
        ? await agreeAction(db, actor, id, {
            formId,
            ...{ ownerId: field('ownerId'), action: field('action'), dueOn: field('dueOn') },
          })
        : form === 'close'
          ? await closeHere(db, actor, id, field)
          : form === 'hold'
            ? await holdSupervision(db, actor, id)
            : refuse({ code: 'not-found' as const });
  return done.ok ? ok(form as Form) : done;
}

/** Of a page about one person nothing is closed that was agreed with another. */
async function closeHere(
  db: Database,
  actor: Person,
  id: string,
  field: (name: string) => string,
): Promise<Result<void, Malformed | { code: 'not-found' }>> {
  const personId = (await findSupervision(db, id))?.personId;
  if (personId === undefined) return refuse({ code: 'not-found' });
  return closeAction(db, actor, field('action'), { outcome: field('outcome'), personId });
}
