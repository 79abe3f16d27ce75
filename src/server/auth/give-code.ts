import type { Database } from '#db';
import type { Malformed } from '#domain/access/problem.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { malformed } from '../malformed.ts';
import { openSession } from './open-session.ts';
import type { SignedIn } from './session-cache.ts';
import type { Guess } from './slowed-down.ts';
import { takeCode } from '../second-factor/take-code.ts';

/** Opens the session of somebody who gave their password and now the code of their app, under a new id. */
export async function giveCode(
  db: Database,
  { person, session }: SignedIn,
  typed: string,
  at = new Date().toISOString(),
): Promise<Result<SignedIn, Malformed | Guess>> {
  if (typed.trim() === '') return refuse(malformed('code', 'Type the code.'));
  const taken = await takeCode(db, person.id, typed, at);
  if (!taken.ok) return taken;
  const deviceId = person.signedIn?.deviceId ?? null;
  const way = { signedInBy: 'password-and-code', deviceId } as const;
  return ok(await openSession(db, person.id, way, session));
}
