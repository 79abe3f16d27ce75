import { deleteSecondFactor, type Database } from '#db';
import { may } from '#domain/access/permissions.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { SignedIn } from '../auth/session-cache.ts';
import { keeperOf } from '../auth/session-keeper.ts';
import type { Guess } from '../auth/slowed-down.ts';
import { takeCode } from './take-code.ts';

/** Does without an app again, where that is allowed. Asks for a code first. */
export async function dropApp(
  db: Database,
  { person, session }: SignedIn,
  typed: string,
  at = new Date().toISOString(),
): Promise<Result<void, Guess | { code: 'not-allowed' }>> {
  if (!may(person, 'keep-own-access', person) || session.needsSecondFactor)
    return refuse({ code: 'not-allowed' });
  const taken = await takeCode(db, person.id, typed, at);
  if (!taken.ok) return taken;
  await deleteSecondFactor(db, person.id);
  keeperOf(db).cache.dropPerson(person.id);
  return ok(undefined);
}
