import { randomUUIDv7 } from 'node:crypto';
import type { Person } from '#domain/access/person.ts';
import { insertReads, listUnreadToday, teamPage, type Database } from '#db';

/** Notes that somebody opened another person's record. One's own is nobody else's business. */
export const noteReading = (
  db: Database,
  reader: Pick<Person, 'id'>,
  personId: string,
  page: string,
  at: string,
): Promise<void> => noteReadings(db, reader, [personId], page, at);

/** Notes that somebody saw something of the records of several people on one page. */
export const noteReadings = (
  db: Database,
  reader: Pick<Person, 'id'>,
  people: Iterable<string>,
  page: string,
  at: string,
): Promise<void> =>
  insertReads(
    db,
    [...people].flatMap((personId) =>
      reader.id === personId
        ? []
        : [{ id: randomUUIDv7(), readerId: reader.id, personId, page, at }],
    ),
  );

/**
 * The same, of a page that is opened many times a day: only the first opening of a day (UTC) for each
 * person is noted.
 */
export async function noteFirstReadings(
  db: Database,
  reader: Pick<Person, 'id'>,
  people: Iterable<string>,
  page: string,
  at: string,
): Promise<void> {
  const unread = await listUnreadToday(db, reader.id, [...people], page, at);
  await noteReadings(db, reader, unread, page, at);
}

/** Notes that somebody looked at the team page, where everybody's states are seen at once. */
export const noteTeamReading = (
  db: Database,
  reader: Pick<Person, 'id'>,
  at: string,
): Promise<void> =>
  insertReads(db, [
    { id: randomUUIDv7(), readerId: reader.id, personId: reader.id, page: teamPage, at },
  ]);

/**
 * Notes in the audit log alone that a list named several people: what waits for somebody, say. Nothing
 * of what it tells is a result of theirs, so it is no opening of their profiles.
 */
export const noteListing = (
  db: Database,
  reader: Pick<Person, 'id'>,
  people: Iterable<string>,
): Promise<void> => {
  const about = [...new Set(people)].filter((id) => id !== reader.id);
  return about.length ? db.write([], { about }) : Promise.resolve();
};
