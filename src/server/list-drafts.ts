import type { Person } from '#domain/access/person.ts';
import { listOpenObservations, listPeople, type Database } from '#db';
import { readFrameworks } from './content/read-frameworks.ts';

/** An observation that was begun and is neither signed nor discarded. */
export interface Draft {
  id: string;
  personId: string;
  name: string;
  begunAt: string;
  competencies: { id: string; title: string }[];
  /** The signed observation that it is to correct, if it is a correction. */
  supersedes: string | null;
}

/** The draft that hides a competency of a person, or one that hides it along with another. */
export const draftHiding = (
  drafts: readonly Draft[],
  personId: string,
  competency: string,
): Draft | undefined => {
  const about = drafts.filter((draft) => draft.personId === personId);
  return (
    about.find(({ competencies }) => competencies.some(({ id }) => id === competency)) ?? about[0]
  );
};

/** The observer's own drafts, the oldest first. */
export async function listDrafts(db: Database, observer: Pick<Person, 'id'>): Promise<Draft[]> {
  const open = await listOpenObservations(db, observer.id);
  if (!open.length) return [];
  const [people, frameworks] = await Promise.all([listPeople(db), readFrameworks()]);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const known = frameworks.competencies.competencies;
  return open.map(({ id, personId, begunAt, competencies, supersedes }) => ({
    id,
    personId,
    name: nameOf.get(personId) ?? 'Somebody',
    begunAt,
    competencies: competencies.map((one) => ({ id: one, title: known[one]?.title ?? one })),
    supersedes,
  }));
}
