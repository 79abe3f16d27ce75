import { randomUUIDv7 } from 'node:crypto';
import type { Person } from '#domain/access/person.ts';
import { insertRead, teamPage, type Database } from '#db';

/** Notes that somebody opened another person's record. One's own is nobody else's business. */
export async function noteReading(
  db: Database,
  reader: Pick<Person, 'id'>,
  personId: string,
  page: string,
  at: string,
): Promise<void> {
  if (reader.id === personId) return;
  await insertRead(db, { id: randomUUIDv7(), readerId: reader.id, personId, page, at });
}

/** Notes that somebody looked at the team page, where everybody's states are seen at once. */
export const noteTeamReading = (
  db: Database,
  reader: Pick<Person, 'id'>,
  at: string,
): Promise<void> =>
  insertRead(db, {
    id: randomUUIDv7(),
    readerId: reader.id,
    personId: reader.id,
    page: teamPage,
    at,
  });
