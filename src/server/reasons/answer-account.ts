import { z } from 'zod';
import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { insertAccountAnswer, isConflict, type Database } from '#db';
import { toMalformed } from '../malformed.ts';
import { randomUUIDv7 } from 'node:crypto';
import { findAccount, isAccountClosed } from './find-account.ts';
import { findSubject } from '../find-subject.ts';

const Answer = z.object({
  answer: z.enum(['accept', 'return'], { error: 'Choose whether you accept it or return it.' }),
  words: z
    .string()
    .trim()
    .min(20, 'Write what it shows, or what is missing, in a sentence or more.')
    .max(4000, 'Use 4,000 characters or fewer.'),
});

/** Accepts an account as a professional discussion, or returns it with what is missing. Once. */
export async function answerAccount(
  db: Database,
  assessor: Person,
  accountId: string,
  body: unknown,
  at = new Date().toISOString(),
): Promise<
  Result<void, Malformed | { code: 'not-found' } | { code: 'hidden' } | { code: 'answered' }>
> {
  const account = await findAccount(db, accountId);
  if (!account || !(await findSubject(db, assessor, 'answer-account', account.personId)))
    return refuse({ code: 'not-found' });
  if (await isAccountClosed(db, assessor, account)) return refuse({ code: 'hidden' });
  const parsed = Answer.safeParse(body);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const accepted = parsed.data.answer === 'accept';
  const { words } = parsed.data;
  const row = { accountId, assessorId: assessor.id, accepted, words };
  try {
    if (!account.answer) {
      await insertAccountAnswer(db, { id: randomUUIDv7(), ...row, at });
      return ok(undefined);
    }
  } catch (reason) {
    if (!isConflict(reason)) throw reason;
  }
  const { answer } = (await findAccount(db, accountId))!;
  const isSame =
    answer!.assessorId === assessor.id && answer!.accepted === accepted && answer!.words === words;
  return isSame ? ok(undefined) : refuse({ code: 'answered' });
}
