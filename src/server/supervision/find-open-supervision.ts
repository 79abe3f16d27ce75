import { type Action } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import { refuse, ok, type Result } from '#domain/result.ts';
import { findSupervision, type Database, type StoredSupervision } from '#db';
import { findSubject } from '../find-subject.ts';

/** A supervision that has not been held, for somebody who may do this to it. Held, nothing of it changes. */
export async function findOpenSupervision(
  db: Database,
  actor: Person,
  action: Action,
  id: string,
): Promise<Result<StoredSupervision, { code: 'not-found' | 'held' }>> {
  const found = await findSupervision(db, id);
  if (!found || !(await findSubject(db, actor, action, found.personId)))
    return refuse({ code: 'not-found' });
  return found.heldAt === null ? ok(found) : refuse({ code: 'held' });
}
