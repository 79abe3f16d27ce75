import { confirmSecondFactor, findSecondFactor, isSpent, type Database } from '#db';
import { may } from '#domain/access/permissions.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { openSession } from '../auth/open-session.ts';
import { isStillOpen } from '../auth/read-session.ts';
import type { SignedIn } from '../auth/session-cache.ts';
import { keeperOf } from '../auth/session-keeper.ts';
import { countedByCode, slowedDown, type Guess } from '../auth/slowed-down.ts';
import { malformed } from '../malformed.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';
import { tidyCode } from './take-code.ts';
import { findStep } from './totp.ts';

/** The codes for paper, shown once, and the session that goes on under a new id. */
export interface SetUp {
  codes: string[];
  opened: SignedIn;
}

/** Takes the first code of an app: from now on one is asked for wherever this person signs in. */
export async function confirmApp(
  db: Database,
  who: SignedIn,
  typed: string,
  at = new Date().toISOString(),
): Promise<Result<SetUp, Malformed | Guess | { code: 'not-allowed' }>> {
  const { person, session } = who;
  const factor = await findSecondFactor(db, person.id);
  const isClosed = !may(person, 'keep-own-access', person) || !(await isStillOpen(db, who));
  if (isClosed || !factor || factor.confirmedAt) return refuse({ code: 'not-allowed' });
  if (tidyCode(typed) === '') return refuse(malformed('code', 'Type the code that the app shows.'));
  const { codes, codeHashes } = makeRecoveryCodes(person.id);
  const checked = await slowedDown(db, [{ name: countedByCode(person.id) }], at, async () => {
    const step = findStep(factor.secret, tidyCode(typed), at);
    if (step === undefined) return undefined;
    try {
      await confirmSecondFactor(db, person.id, { step, codeHashes, at });
      return true;
    } catch (reason) {
      if (isSpent(reason)) return undefined;
      throw reason;
    }
  });
  if (!checked.ok) return checked;
  // Their other sessions rest on a password alone: they are asked for a code from now on.
  keeperOf(db).cache.dropPerson(person.id);
  const deviceId = person.signedIn?.deviceId ?? null;
  const way = { signedInBy: 'password-and-code', deviceId } as const;
  return ok({ codes, opened: await openSession(db, person.id, way, session) });
}
