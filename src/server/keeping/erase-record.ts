import {
  clearWriteLog,
  countMentions,
  eraseRows,
  isErasedAlready,
  listPeople,
  listSheetsNaming,
  type Database,
} from '#db';
import type { Actor, Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { erasedPerson, isErased } from '#domain/keeping/erased-person.ts';
import { isErasureReason, type ErasureReason } from '#domain/keeping/erasure-reasons.ts';
import { renameInSheet } from '#domain/keeping/rename-in-sheet.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { hashId } from '../auth/hash-id.ts';
import { keeperOf } from '../auth/session-keeper.ts';
import { countedByCode, countedByJoining, countedByPin } from '../auth/slowed-down.ts';
import { findSubject } from '../find-subject.ts';
import { malformed } from '../malformed.ts';

/** What came of an erasure: whether the file holds nothing of it any more, the next writes aside. */
export interface Erased {
  logCleared: boolean;
}

/**
 * Erases somebody for good, whoever asks: the caller says who may. In one write, after which what the
 * file still held of the removed rows is let go of too.
 */
export async function erasePerson(
  db: Database,
  person: Pick<Person, 'id' | 'name' | 'username'>,
  by: string,
  reason: ErasureReason,
  at: string,
): Promise<Erased> {
  const { id, username } = person;
  const counted = [username, countedByJoining(username), countedByPin(id), countedByCode(id)];
  const empty = erasedPerson(id);
  const sheets = await renameInSheets(db, person, empty.name);
  await eraseRows(db, {
    ...{ personId: id, empty, sheets, by, reason, at },
    nameHashes: counted.map(hashId),
  });
  keeperOf(db).cache.dropPerson(id);
  return { logCleared: await clearWriteLog(db) };
}

/** The sheets of others that name somebody, with other words instead. */
async function renameInSheets(
  db: Database,
  { id, name }: Pick<Person, 'id' | 'name'>,
  instead: string,
) {
  const [sheets, people] = await Promise.all([listSheetsNaming(db, id), listPeople(db)]);
  const others = people.filter((one) => one.id !== id && !isErased(one)).map((one) => one.name);
  return sheets.flatMap((held) => {
    const sheet = renameInSheet(held.sheet, name, instead, others);
    return sheet === undefined ? [] : [{ id: held.id, sheet }];
  });
}

/** Who may be erased, and in how many texts about others their name would stay. */
export interface Erasing {
  person: Person & { leftAt: string };
  mentions: number;
}

/** Somebody who left, and whom this manager may erase. */
export async function readErasing(
  db: Database,
  manager: Actor,
  personId: string,
): Promise<Result<Erasing, { code: 'not-found' }>> {
  const person = await findSubject(db, manager, 'erase-record', personId);
  if (!person?.leftAt) return refuse({ code: 'not-found' });
  const mentions = await countMentions(db, personId, person.name);
  return ok({ person: { ...person, leftAt: person.leftAt }, mentions });
}

const plain = (name: string) => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/**
 * Erases the record of somebody who left. The manager types their name, so that nobody is erased by a
 * slip, and chooses the reason. It cannot be undone.
 */
export async function eraseRecord(
  db: Database,
  manager: Actor,
  personId: string,
  { name, reason }: { name: string; reason: string },
  at = new Date().toISOString(),
): Promise<Result<Erased, Malformed | { code: 'not-found' }>> {
  const person = await findSubject(db, manager, 'erase-record', personId);
  if (!person?.leftAt) return refuse({ code: 'not-found' });
  if (!isErasureReason(reason)) return refuse(malformed('reason', 'Choose why.'));
  if (plain(name) !== plain(person.name))
    return refuse(malformed('name', `Type their name as it stands here: ${person.name}.`));
  try {
    return ok(await erasePerson(db, person, manager.id, reason, at));
  } catch (error) {
    // Sent twice: the first has done it.
    if (await isErasedAlready(db, personId)) return refuse({ code: 'not-found' });
    throw error;
  }
}
