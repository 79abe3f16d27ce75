import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { findPerson, holdSupervisionRow, listAgreedActions, listHidden, type Database } from '#db';
import { malformed } from '../malformed.ts';
import { drawSheet } from './draw-sheet.ts';
import { findOpenSupervision } from './find-open-supervision.ts';

/**
 * Keeps a supervision as held. Only by whoever opened it, after the worker has read its sheet, with
 * nothing of it hidden from the holder, and with an outcome for all that was agreed before. Its sheet
 * is kept as it stands and never changes.
 */
export async function holdSupervision(
  db: Database,
  holder: Person,
  id: string,
  at = new Date().toISOString(),
): Promise<Result<void, Malformed | { code: 'not-found' | 'held' }>> {
  const open = await findOpenSupervision(db, holder, 'supervise', id);
  if (!open.ok) return open;
  const { personId, holderId, seenAt } = open.value;
  if (holderId !== holder.id) return refuse({ code: 'not-found' });
  const person = (await findPerson(db, personId))!;
  const no = (message: string) => refuse(malformed('hold', message));
  if (!seenAt) return no(`${person.name} has not read the sheet yet. They read it first.`);
  const [actions, hidden] = await Promise.all([
    listAgreedActions(db, undefined, personId),
    listHidden(db, holder.id),
  ]);
  if (hidden.some((row) => row.personId === personId))
    return no('Sign or discard your observation first: part of the sheet is hidden from you.');
  const left = actions.filter((one) => one.supervisionId !== id && one.outcome === null);
  if (left.length)
    return no(
      left.length === 1
        ? 'Say first what came of what was agreed last time.'
        : `Say first what came of the ${left.length} things agreed before.`,
    );
  const sheet = await drawSheet(db, person, at);
  await holdSupervisionRow(db, id, JSON.stringify(sheet), at);
  return ok(undefined);
}
