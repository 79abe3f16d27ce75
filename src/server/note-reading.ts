import { randomUUIDv7 } from 'node:crypto';
import type { Person } from '#domain/access/person.ts';
import { insertRead, type Database } from '#db';

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
