import { findSecondFactor, listUnusedCodes, type Database } from '#db';
import type { SignedIn } from '../auth/session-cache.ts';
import { drawSecret } from './totp.ts';

/** How far somebody has set an app up: with what it shares while no code has shown that it does. */
export type SecondFactorState =
  { is: 'off' } | { is: 'begun'; svg: string; text: string } | { is: 'on'; codesLeft: number };

/** Reads how far somebody has set up an authenticator app. */
export async function readSecondFactor(
  db: Database,
  { person }: SignedIn,
): Promise<SecondFactorState> {
  const factor = await findSecondFactor(db, person.id);
  if (!factor) return { is: 'off' };
  if (!factor.confirmedAt) return { is: 'begun', ...drawSecret(factor.secret, person.username) };
  return { is: 'on', codesLeft: (await listUnusedCodes(db, person.id)).length };
}
