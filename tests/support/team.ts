import { system } from '#domain/access/system.ts';
import { firstServiceId, type Database } from '#db';
import type { Person, Role } from '#domain/access/person.ts';
import { addPerson } from '#server/auth/add-person.ts';
import { chooseFirstPassword } from '#server/auth/change-password.ts';
import { signIn } from '#server/auth/sign-in.ts';

/** Adds somebody who still has their joining code. */
export async function addSomebody(
  db: Database,
  username: string,
  role: Role = 'worker',
  services: readonly string[] = [firstServiceId],
) {
  const name = `${username} of the tests`;
  const job = { category: 'CWP-CSW', startedOn: '2026-01-05' };
  const input = { name, username, role, services, ...job };
  const added = await addPerson(db, system, input);
  if (!added.ok) throw new Error(JSON.stringify(added.problem));
  return added.value;
}

/** Adds somebody who has chosen this password already. */
export async function addWithPassword(
  db: Database,
  username: string,
  password: string,
  role: Role = 'worker',
): Promise<Person> {
  const { person, code } = await addSomebody(db, username, role);
  const first = await signIn(db, { username, password: code });
  if (!first.ok) throw new Error(JSON.stringify(first.problem));
  const chosen = await chooseFirstPassword(db, first.value, { next: password, again: password });
  if (!chosen.ok) throw new Error(JSON.stringify(chosen.problem));
  return person;
}
