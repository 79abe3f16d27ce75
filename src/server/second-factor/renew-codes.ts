import { replaceRecoveryCodes, type Database } from '#db';
import { may } from '#domain/access/permissions.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { SignedIn } from '../auth/session-cache.ts';
import type { Guess } from '../auth/slowed-down.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';
import { takeCode } from './take-code.ts';

/** Gives new recovery codes, and with them ends the old ones. Asks for a code first. */
export async function renewCodes(
  db: Database,
  { person }: SignedIn,
  typed: string,
  at = new Date().toISOString(),
): Promise<Result<string[], Guess | { code: 'not-allowed' }>> {
  if (!may(person, 'keep-own-access', person)) return refuse({ code: 'not-allowed' });
  const taken = await takeCode(db, person.id, typed, at);
  if (!taken.ok) return taken;
  const { codes, codeHashes } = makeRecoveryCodes(person.id);
  await replaceRecoveryCodes(db, person.id, codeHashes);
  return ok(codes);
}
