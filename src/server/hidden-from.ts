import type { Person } from '#domain/access/person.ts';
import { listOpenObservations, type Database } from '#db';

/**
 * The competencies of a person whose scenario results an observer may not see now, because they are
 * writing down what they saw: blind first (method §7). They show again once it is signed or discarded.
 */
export async function hiddenFrom(
  db: Database,
  observer: Pick<Person, 'id'>,
): Promise<(personId: string, competency: string) => boolean> {
  const open = await listOpenObservations(db, observer.id);
  return (personId, competency) =>
    open.some((draft) => draft.personId === personId && draft.competencies.includes(competency));
}
