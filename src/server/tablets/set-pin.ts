import { deletePin, findWayIn, hasPin, replacePin, type Database } from '#db';
import { findNewPinProblems, tidyPin, type NewPin } from '#domain/access/new-pin.ts';
import { may } from '#domain/access/permissions.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { hashPassword, verifyPassword } from '../auth/password.ts';
import type { SignedIn } from '../auth/session-cache.ts';
import { keeperOf } from '../auth/session-keeper.ts';
import { countedByPin, forgetFailures, slowedDown, type Guess } from '../auth/slowed-down.ts';

/**
 * Gives somebody who knows their password a PIN for shared tablets, in place of the one they had. Asks
 * for the password: a phone left open must not be where a colleague gets a way in that lasts.
 */
export async function setPin(
  db: Database,
  { person }: Pick<SignedIn, 'person'>,
  input: NewPin & { current: string },
  at = new Date().toISOString(),
): Promise<Result<void, Malformed | Guess | { code: 'not-allowed' }>> {
  if (!may(person, 'keep-own-access', person)) return refuse({ code: 'not-allowed' });
  const blank = input.current === '' ? 'Type the password you have now.' : undefined;
  const problems = [
    ...(blank ? [{ field: 'current', message: blank }] : []),
    ...findNewPinProblems(input),
  ];
  if (problems.length > 0) return refuse({ code: 'malformed', problems });
  const checked = await slowedDown(db, person.username, at, async () => {
    const wayIn = await findWayIn(db, person.username);
    return wayIn && (await verifyPassword(wayIn.credential.passwordHash, input.current))
      ? true
      : undefined;
  });
  if (!checked.ok) return checked;
  await replacePin(db, person.id, await hashPassword(tidyPin(input.pin)), at);
  await forgetFailures(db, countedByPin(person.id));
  keeperOf(db).cache.dropPerson(person.id);
  return ok(undefined);
}

/** Takes somebody's own PIN away: their name no longer stands on any tablet. */
export async function dropPin(
  db: Database,
  { person }: Pick<SignedIn, 'person'>,
): Promise<Result<void, { code: 'not-allowed' }>> {
  if (!may(person, 'keep-own-access', person)) return refuse({ code: 'not-allowed' });
  await deletePin(db, person.id);
  keeperOf(db).cache.dropPerson(person.id);
  return ok(undefined);
}

/** Whether somebody has a PIN of their own. */
export const hasOwnPin = (db: Database, { person }: Pick<SignedIn, 'person'>): Promise<boolean> =>
  hasPin(db, person.id);
