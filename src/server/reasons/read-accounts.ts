import { may } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import type { FoundName } from '#domain/reasons/find-names.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { findPerson, listAccounts, listPeople, type Database, type StoredAccount } from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { hiddenFrom } from '../hidden-from.ts';
import { noteReading } from '../note-reading.ts';
import { findAccount, isAccountClosed } from './find-account.ts';
import { findNamesIn } from './hand-in-account.ts';
import { findSubject } from '../find-subject.ts';

/** An account as a page shows it. */
export interface ShownAccount {
  id: string;
  competencies: { id: string; title: string }[];
  level: number;
  happenedOn: string;
  words: string;
  at: string;
  /** The account that it was written again from, and the one that was written from it. */
  again: string | null;
  writtenAgain: string | null;
  answer: { by: string; accepted: boolean; words: string; at: string } | null;
}

type NotFound = { code: 'not-found' };

async function showAccounts(
  db: Database,
  accounts: readonly StoredAccount[],
): Promise<ShownAccount[]> {
  const [people, { competencies }] = await Promise.all([listPeople(db), readFrameworks()]);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return accounts.map(({ personId: _, answer, ...one }) => ({
    ...one,
    competencies: one.competencies.map((id) => ({
      id,
      title: competencies.competencies[id]?.title ?? id,
    })),
    writtenAgain: accounts.find(({ again }) => again === one.id)?.id ?? null,
    answer: answer && {
      by: nameOf.get(answer.assessorId) ?? 'Somebody',
      accepted: answer.accepted,
      words: answer.words,
      at: answer.at,
    },
  }));
}

/** Somebody's accounts as of a time, the newest first, without those closed to an observer. */
export async function readAccounts(
  db: Database,
  viewer: Person,
  personId: string,
  at = new Date().toISOString(),
  now = at,
): Promise<
  Result<{ person: Person; own: boolean; accounts: ShownAccount[]; hidden: number }, NotFound>
> {
  const person = await findSubject(db, viewer, 'read-record', personId);
  if (!person) return refuse({ code: 'not-found' });
  const [all, hidden] = await Promise.all([listAccounts(db, at, personId), hiddenFrom(db, viewer)]);
  await noteReading(db, viewer, personId, 'accounts', now);
  const open = all.filter(({ competencies }) => !competencies.some((id) => hidden(personId, id)));
  const accounts = (await showAccounts(db, open)).reverse();
  const own = viewer.id === personId;
  return ok({ person, own, accounts, hidden: all.length - open.length });
}

/** One account with its answer. An observer is told what the form asked its writer about. */
export interface ReadAccount {
  person: Person;
  own: boolean;
  account: ShownAccount;
  confirmed: FoundName[];
  /** What its level looks like, for everything that it is linked to. */
  anchors: { title: string; words: string }[];
  mayAnswer: boolean;
}

/** Reads one account, unless it is closed to an observer for now. */
export async function readAccount(
  db: Database,
  viewer: Person,
  accountId: string,
  at = new Date().toISOString(),
): Promise<Result<ReadAccount, NotFound | { code: 'hidden'; person: Person }>> {
  const stored = await findAccount(db, accountId);
  if (!stored || !(await findSubject(db, viewer, 'read-record', stored.personId)))
    return refuse({ code: 'not-found' });
  const { personId } = stored;
  const person = (await findPerson(db, personId))!;
  if (await isAccountClosed(db, viewer, stored)) return refuse({ code: 'hidden', person });
  await noteReading(db, viewer, personId, 'account', at);
  const shown = await showAccounts(db, await listAccounts(db, undefined, personId));
  const { competencies: known } = (await readFrameworks()).competencies;
  return ok({
    person,
    own: viewer.id === personId,
    account: shown.find(({ id }) => id === accountId)!,
    confirmed: await findNamesIn(db, stored.words),
    anchors: stored.competencies.flatMap((id) => {
      const named = known[id];
      return named
        ? [{ title: named.title, words: named.anchors[`level-${stored.level as 2 | 3}`] }]
        : [];
    }),
    mayAnswer: !stored.answer && may(viewer, 'answer-account', person),
  });
}
