import { replaceCredential, type Database } from '#db';
import type { Actor } from '#domain/access/person.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { WayIn } from './add-person.ts';
import { makeOneTimePassphrase } from './one-time-passphrase.ts';
import { hashPassword } from './password.ts';
import { keeperOf } from './session-keeper.ts';
import { forgetFailures } from './slowed-down.ts';
import { findSubject } from '../find-subject.ts';

/** Gives somebody a new one-time passphrase in place of their password, and ends all their sessions. */
export async function resetAccess(
  db: Database,
  actor: Actor,
  personId: string,
  at = new Date().toISOString(),
): Promise<Result<WayIn, { code: 'not-found' }>> {
  const person = await findSubject(db, actor, 'reset-access', personId);
  if (person === undefined) return refuse({ code: 'not-found' });

  const passphrase = makeOneTimePassphrase();
  const credential = { passwordHash: await hashPassword(passphrase), temporary: true };
  await replaceCredential(db, { personId, credential, at });
  keeperOf(db).cache.dropPerson(personId);
  await forgetFailures(db, person.username);
  return ok({ person, passphrase });
}
