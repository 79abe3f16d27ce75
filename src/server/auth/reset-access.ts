import { findPerson, replaceCredential, type Database } from '#db';
import { may } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { WayIn } from './add-person.ts';
import { makeOneTimePassphrase } from './one-time-passphrase.ts';
import { hashPassword } from './password.ts';
import { keeperOf } from './session-keeper.ts';
import { forgetFailures } from './slowed-down.ts';

/** Gives somebody a new one-time passphrase in place of their password, and ends all their sessions. */
export async function resetAccess(
  db: Database,
  actor: Pick<Person, 'id' | 'role'>,
  personId: string,
  at = new Date().toISOString(),
): Promise<Result<WayIn, { code: 'not-allowed' } | { code: 'not-found' }>> {
  if (!may(actor, 'reset-access', personId)) return refuse({ code: 'not-allowed' });
  const person = await findPerson(db, personId);
  if (person === undefined) return refuse({ code: 'not-found' });

  const passphrase = makeOneTimePassphrase();
  const credential = { passwordHash: await hashPassword(passphrase), temporary: true };
  await replaceCredential(db, { personId, credential, at });
  keeperOf(db).cache.dropPerson(personId);
  await forgetFailures(db, person.username);
  return ok({ person, passphrase });
}
