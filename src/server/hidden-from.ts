import type { Person } from '#domain/access/person.ts';
import { listHidden, type Database } from '#db';

/**
 * The competencies of a person whose scenario results an observer may not see now, because they are
 * writing down what they saw: blind first (method §7). One decision may bear on several, so those
 * beside it are hidden too. They show again once it is signed or discarded.
 */
export async function hiddenFrom(
  db: Database,
  observer: Pick<Person, 'id'>,
): Promise<(personId: string, competency: string) => boolean> {
  const rows = await listHidden(db, observer.id);
  const hidden = new Set(rows.map(({ personId, competency }) => `${personId} ${competency}`));
  return (personId, competency) => hidden.has(`${personId} ${competency}`);
}
