import { beginSecondFactor, type Database } from '#db';
import { may } from '#domain/access/permissions.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { SignedIn } from '../auth/session-cache.ts';
import { makeSecret } from './totp.ts';

/** Makes a secret for an app. One that is in use already is not replaced. */
export async function beginApp(
  db: Database,
  { person }: SignedIn,
): Promise<Result<void, { code: 'not-allowed' }>> {
  if (!may(person, 'keep-own-access', person)) return refuse({ code: 'not-allowed' });
  await beginSecondFactor(db, person.id, makeSecret());
  return ok(undefined);
}
