import type { Person } from '#domain/access/person.ts';
import { findAccountOwner, listAccounts, type Database, type StoredAccount } from '#db';
import { hiddenFrom } from '../hidden-from.ts';

/** An account with its answer, whoever it belongs to: the caller says who may see it. */
export async function findAccount(db: Database, id: string): Promise<StoredAccount | undefined> {
  const owner = await findAccountOwner(db, id);
  if (!owner) return undefined;
  return (await listAccounts(db, undefined, owner)).find((account) => account.id === id);
}

/** Whether an account is closed to somebody while they observe its writer on what it is linked to. */
export async function isAccountClosed(
  db: Database,
  viewer: Pick<Person, 'id'>,
  { personId, competencies }: Pick<StoredAccount, 'personId' | 'competencies'>,
): Promise<boolean> {
  const hidden = await hiddenFrom(db, viewer);
  return competencies.some((id) => hidden(personId, id));
}
