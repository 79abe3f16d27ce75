import type { Person } from '#domain/access/person.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { listAccounts, type Database, type StoredAccount } from '#db';
import { listCompetencies, type NamedCompetency } from '../list-competencies.ts';
import { findSubject } from '../find-subject.ts';

/** What the form for an account needs: what it can be about, and the returned one it is written from. */
export async function readWriting(
  db: Database,
  writer: Person,
  personId: string,
  again: string | null,
): Promise<
  Result<{ competencies: NamedCompetency[]; returned: StoredAccount | null }, { code: 'not-found' }>
> {
  if (!(await findSubject(db, writer, 'write-account', personId)))
    return refuse({ code: 'not-found' });
  const competencies = await listCompetencies();
  if (!again) return ok({ competencies, returned: null });
  const mine = await listAccounts(db, undefined, personId);
  const returned = mine.find(({ id, answer }) => id === again && answer && !answer.accepted);
  return returned ? ok({ competencies, returned }) : refuse({ code: 'not-found' });
}
