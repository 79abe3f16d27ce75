import { z } from 'zod';
import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { londonDate } from '#domain/london-time.ts';
import { findNames, type FoundName } from '#domain/reasons/find-names.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { insertAccount, listAccounts, listPeople, type Database } from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { malformed, toMalformed } from '../malformed.ts';
import { FormId, storeOnce } from '../store-once.ts';
import { findSubject } from '../find-subject.ts';

const most = 3;
const wantedLevel = 'Choose level 2 or level 3.';
const Account = z.object({
  formId: FormId,
  competencies: z
    .array(z.string())
    .min(1, 'Choose what it is about: at least one.')
    .max(most, `Choose ${most} or fewer.`),
  level: z.coerce
    .number({ error: wantedLevel })
    .pipe(z.union([z.literal(2), z.literal(3)], { error: wantedLevel })),
  happenedOn: z.iso.date('Give the date as day, month and year.'),
  words: z
    .string()
    .transform((words) => words.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .min(80, 'Write a little more: what happened, what you did, and why.')
        .max(4000, 'Use 4,000 characters or fewer.'),
    ),
  /** What the form asked about and the writer said names nobody. */
  plain: z.array(z.string()).default([]),
  /** The returned account that this one is written again from. */
  again: z.string().optional(),
});

/** Something in the words looks like a name: it is asked about once, with nothing lost. */
export interface NamesFound {
  code: 'names';
  found: FoundName[];
}

/** What in an account looks as if it told who somebody is, names of people of the service among it. */
export async function findNamesIn(db: Database, words: string): Promise<FoundName[]> {
  const people = await listPeople(db);
  return findNames(
    words,
    people.map(({ name }) => name),
  );
}

/** Hands in a worker's own account of a real event, without names. It counts once it is accepted. */
export async function handInAccount(
  db: Database,
  writer: Person,
  personId: string,
  body: unknown,
  at = new Date().toISOString(),
): Promise<Result<void, Malformed | NamesFound | { code: 'not-found' }>> {
  if (!(await findSubject(db, writer, 'write-account', personId)))
    return refuse({ code: 'not-found' });
  const parsed = Account.safeParse(body);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const { formId, plain, again: from, ...written } = parsed.data;
  const { competencies } = await readFrameworks();
  if (written.competencies.some((id) => !Object.hasOwn(competencies.competencies, id)))
    return refuse(malformed('competencies', 'Choose from the list.'));
  if (written.happenedOn > londonDate(at))
    return refuse(malformed('happenedOn', 'The day it happened cannot be in the future.'));
  const again = from || null;
  if (again) {
    const mine = await listAccounts(db, undefined, personId);
    const returned = mine.find(({ id, answer }) => id === again && answer && !answer.accepted);
    if (!returned) return refuse({ code: 'not-found' });
  }
  const confirmed = new Set(plain);
  const found = (await findNamesIn(db, written.words)).filter(({ text }) => !confirmed.has(text));
  if (found.length) return refuse({ code: 'names', found });
  const account = { personId, ...written, again };
  await storeOnce(formId, account, (id) => insertAccount(db, { id, ...account, at }));
  return ok(undefined);
}
