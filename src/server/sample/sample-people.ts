import { isSample, listPeopleAddedByNobody, type Database } from '#db';
import type { Person } from '#domain/access/person.ts';

/** The people a sample service came with, for its sign-in page. Nobody in a service that is real. */
export async function samplePeople(
  db: Database,
): Promise<Pick<Person, 'name' | 'role' | 'username'>[]> {
  if (!(await isSample(db))) return [];
  const people = await listPeopleAddedByNobody(db);
  return people.map(({ name, role, username }) => ({ name, role, username }));
}
