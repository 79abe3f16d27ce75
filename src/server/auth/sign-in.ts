import { z } from 'zod';
import { concerning, findWayIn, type Database } from '#db';
import type { Malformed } from '#domain/access/problem.ts';
import { longestPassword } from '#domain/access/new-password.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { toMalformed } from '../malformed.ts';
import { hasRunOut, tidyJoiningCode } from './joining-code.ts';
import { openSession } from './open-session.ts';
import { standInHash, verifyPassword } from './password.ts';
import type { SignedIn } from './session-cache.ts';
import { slowedDown, type Guess } from './slowed-down.ts';

const SignIn = z.object({
  username: z
    .string('Type your user name.')
    .trim()
    .toLowerCase()
    .min(1, 'Type your user name.')
    .max(100, 'Type a shorter user name.'),
  password: z
    .string('Type your password.')
    .min(1, 'Type your password.')
    .max(longestPassword, `Type a password of ${longestPassword} characters or fewer.`),
});

/** Why somebody was not signed in. `wrong` never tells whether the user name exists. */
export type SignInProblem = Malformed | Guess | { code: 'run-out' };

/** Signs somebody in by user name and password, on a shared tablet or not, and opens a session. */
export async function signIn(
  db: Database,
  input: { username: unknown; password: unknown; deviceId?: string | undefined },
  at = new Date().toISOString(),
): Promise<Result<SignedIn, SignInProblem>> {
  const parsed = SignIn.safeParse(input);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const { username, password } = parsed.data;

  const checked = await slowedDown(db, username, at, async () => {
    const known = await findWayIn(db, username);
    if (known) concerning(known.person.id);
    const standIn = await standInHash();
    const { passwordHash, temporary } = known?.credential ?? {
      passwordHash: standIn,
      temporary: false,
    };
    const typed = temporary ? tidyJoiningCode(password) : password;
    const fits = await verifyPassword(passwordHash, typed);
    return fits ? known : undefined;
  });
  if (!checked.ok) return checked;

  const { person, credential } = checked.value;
  // Only to whoever typed it rightly: to all others it is a wrong one like any other.
  if (hasRunOut(credential, at)) return refuse({ code: 'run-out' });
  const deviceId = input.deviceId ?? null;
  return ok(await openSession(db, person.id, { signedInBy: 'password', deviceId }));
}
