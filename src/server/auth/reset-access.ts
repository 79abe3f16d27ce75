import { replaceCredential, type Database } from '#db';
import type { Actor } from '#domain/access/person.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { WayIn } from './add-person.ts';
import { newJoiningCode } from './joining-code.ts';
import { keeperOf } from './session-keeper.ts';
import { countedByCode, countedByJoining, countedByPin, forgetFailures } from './slowed-down.ts';
import { findSubject } from '../find-subject.ts';

/**
 * Gives somebody a joining code in place of their password, their PIN and their authenticator, and ends
 * all their sessions.
 */
export async function resetAccess(
  db: Database,
  actor: Actor,
  personId: string,
  at = new Date().toISOString(),
): Promise<Result<WayIn, { code: 'not-found' }>> {
  const person = await findSubject(db, actor, 'reset-access', personId);
  if (person === undefined) return refuse({ code: 'not-found' });

  const { credential, ...wayIn } = await newJoiningCode(at);
  await replaceCredential(db, { personId, credential, at });
  keeperOf(db).cache.dropPerson(personId);
  const { id, username } = person;
  const counted = [username, countedByJoining(username), countedByPin(id), countedByCode(id)];
  await forgetFailures(db, ...counted);
  return ok({ person, ...wayIn });
}
