import { listPeople, type Database } from '#db';
import { may } from '#domain/access/permissions.ts';
import type { Actor, Person } from '#domain/access/person.ts';
import { isErased } from '#domain/keeping/erased-person.ts';
import { ok, refuse, type Result } from '#domain/result.ts';

/** Somebody who left, and when. */
export type LeftPerson = Person & { leftAt: string };

/** Everybody who left and worked where the reader does, the last to leave first. */
export async function listLeft(
  db: Database,
  reader: Actor,
): Promise<Result<LeftPerson[], { code: 'not-found' }>> {
  if (!may(reader, 'record-leaving', anybody(reader))) return refuse({ code: 'not-found' });
  const people = await listPeople(db);
  const left = people.filter(
    (one): one is LeftPerson =>
      !!one.leftAt && !isErased(one) && may(reader, 'record-leaving', one),
  );
  return ok(left.sort((a, b) => (a.leftAt < b.leftAt ? 1 : -1)));
}

/** Somebody else where the reader works: whether they may do it to anybody at all. */
const anybody = ({ id, services }: Actor) => ({ id: `not ${id}`, services });
