import { findWayIn, joinWithPin, type Database, type Tablet } from '#db';
import { findNewPinProblems, tidyPin, type NewPin } from '#domain/access/new-pin.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { hasRunOut, tidyJoiningCode } from '../auth/joining-code.ts';
import { openSession } from '../auth/open-session.ts';
import { hashPassword, standInHash, verifyPassword } from '../auth/password.ts';
import type { SignedIn } from '../auth/session-cache.ts';
import { keeperOf } from '../auth/session-keeper.ts';
import { countedByJoining, countedByTablet, slowedDown, type Guess } from '../auth/slowed-down.ts';

/** What is typed on a shared tablet the first time. */
export type Joining = NewPin & { username: string; code: string };

/** Why a joining code opened nothing. The last three are said only to whoever typed it rightly. */
export type JoiningProblem =
  Malformed | Guess | { code: 'run-out' } | { code: 'elsewhere' } | { code: 'needs-password' };

/**
 * Lets a worker of the tablet's service choose a PIN by their joining code, which is used up with it,
 * and signs them in. Guessing is counted by the user name and by the tablet.
 */
export async function joinOnTablet(
  db: Database,
  tablet: Tablet,
  input: Joining,
  before: { id: string } | null = null,
  at = new Date().toISOString(),
): Promise<Result<SignedIn, JoiningProblem>> {
  const username = input.username.trim().toLowerCase().slice(0, 100);
  const problems = [
    ...(username ? [] : [{ field: 'username', message: 'Type your user name.' }]),
    ...(input.code.trim() ? [] : [{ field: 'code', message: 'Type your joining code.' }]),
    ...findNewPinProblems(input),
  ];
  if (problems.length > 0) return refuse({ code: 'malformed', problems });

  const counted = [{ name: countedByJoining(username) }, countedByTablet(tablet.id)];
  const checked = await slowedDown(db, counted, at, async () => {
    const known = await findWayIn(db, username);
    const hash = known?.credential.temporary ? known.credential.passwordHash : await standInHash();
    return (await verifyPassword(hash, tidyJoiningCode(input.code))) ? known : undefined;
  });
  if (!checked.ok) return checked;

  const { person, credential } = checked.value;
  if (person.leftAt) return refuse({ code: 'wrong' });
  if (hasRunOut(credential, at)) return refuse({ code: 'run-out' });
  // Theirs lets them write about others: they begin with a password.
  if (person.role !== 'worker') return refuse({ code: 'needs-password' });
  if (!person.services.includes(tablet.serviceId)) return refuse({ code: 'elsewhere' });
  await joinWithPin(db, person.id, await hashPassword(tidyPin(input.pin)), at);
  keeperOf(db).cache.dropPerson(person.id);
  const way = { signedInBy: 'pin', deviceId: tablet.id } as const;
  return ok(await openSession(db, person.id, way, before));
}
