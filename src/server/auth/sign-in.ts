import { z } from 'zod';
import { findWayIn, type Database } from '#db';
import type { Malformed } from '#domain/access/problem.ts';
import { longestPassword } from '#domain/access/new-password.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { toMalformed } from '../malformed.ts';
import { tidyOneTimePassphrase } from './one-time-passphrase.ts';
import { standInHash, verifyPassword } from './password.ts';
import type { SignedIn } from './session-cache.ts';
import { keeperOf } from './session-keeper.ts';
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
export type SignInProblem = Malformed | Guess;

/** Signs somebody in by user name and password, and opens a session. */
export async function signIn(
  db: Database,
  input: { username: unknown; password: unknown },
  at = new Date().toISOString(),
): Promise<Result<SignedIn, SignInProblem>> {
  const parsed = SignIn.safeParse(input);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const { username, password } = parsed.data;

  const checked = await slowedDown(db, username, at, async () => {
    const known = await findWayIn(db, username);
    const standIn = await standInHash();
    const { passwordHash, temporary } = known?.credential ?? {
      passwordHash: standIn,
      temporary: false,
    };
    const typed = temporary ? tidyOneTimePassphrase(password) : password;
    const fits = await verifyPassword(passwordHash, typed);
    return fits ? known : undefined;
  });
  if (!checked.ok) return checked;

  const { person, credential } = checked.value;
  const session = await keeperOf(db).lucia.createSession(person.id, {});
  return ok({
    person,
    session: {
      id: session.id,
      expiresAt: session.expiresAt,
      mustChoosePassword: credential.temporary,
    },
  });
}
