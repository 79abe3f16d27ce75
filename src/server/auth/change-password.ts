import { findWayIn, replaceCredential, type Database } from '#db';
import { findPasswordProblem } from '#domain/access/new-password.ts';
import type { FieldProblem, Malformed } from '#domain/access/problem.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { hashId } from './hash-id.ts';
import { malformed } from '../malformed.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { isStillOpen } from './read-session.ts';
import type { SignedIn } from './session-cache.ts';
import { keeperOf } from './session-keeper.ts';
import { slowedDown, type Guess } from './slowed-down.ts';

/** A new password, typed twice. */
export interface NewPassword {
  next: string;
  again: string;
}

/** Changes the password of somebody signed in who knows the one they have. Ends their other sessions. */
export async function changePassword(
  db: Database,
  who: SignedIn,
  input: NewPassword & { current: string },
  at = new Date().toISOString(),
): Promise<Result<void, Malformed | Guess>> {
  const blank = input.current === '' ? 'Type the password you have now.' : undefined;
  const problems = [...toProblem('current', blank), ...findProblems(input, who.person.username)];
  if (problems.length > 0) return refuse({ code: 'malformed', problems });

  // Counted like signing in: a tablet left open must not be a place to guess at leisure.
  const { username } = who.person;
  const checked = await slowedDown(db, username, at, () => fits(db, username, input.current));
  if (!checked.ok) return checked;
  if (input.next === input.current) return refuse(sameAsBefore);
  await replacePassword(db, who, input.next, at);
  return ok(undefined);
}

/** Lets somebody who came in with a joining code choose their own password. */
export async function chooseFirstPassword(
  db: Database,
  who: SignedIn,
  input: NewPassword,
  at = new Date().toISOString(),
): Promise<Result<void, Malformed | { code: 'already-chosen' }>> {
  const wayIn = await findWayIn(db, who.person.username);
  if (!wayIn?.credential.temporary || !(await isStillOpen(db, who)))
    return refuse({ code: 'already-chosen' });
  const problems = findProblems(input, who.person.username);
  if (problems.length > 0) return refuse({ code: 'malformed', problems });
  if (await verifyPassword(wayIn.credential.passwordHash, input.next)) return refuse(sameAsBefore);
  await replacePassword(db, who, input.next, at);
  return ok(undefined);
}

const sameAsBefore = malformed('next', 'Choose a different one from the one you have now.');

const toProblem = (field: string, message: string | undefined): FieldProblem[] =>
  message === undefined ? [] : [{ field, message }];

function findProblems({ next, again }: NewPassword, username: string): FieldProblem[] {
  const problems = toProblem('next', findPasswordProblem(next, username));
  if (problems.length > 0 || next === again) return problems;
  return toProblem('again', 'Type the same new password a second time.');
}

async function fits(db: Database, username: string, password: string): Promise<true | undefined> {
  const wayIn = await findWayIn(db, username);
  if (wayIn === undefined) return undefined;
  return (await verifyPassword(wayIn.credential.passwordHash, password)) ? true : undefined;
}

async function replacePassword(db: Database, who: SignedIn, password: string, at: string) {
  const credential = { passwordHash: await hashPassword(password), temporary: false };
  const keep = hashId(who.session.id);
  await replaceCredential(db, { personId: who.person.id, credential, at, keep });
  keeperOf(db).cache.dropPerson(who.person.id);
}
