import type { Person } from '#domain/access/person.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { listDiscussions, type Database, type StoredDiscussion } from '#db';
import { findSubject } from '../find-subject.ts';
import { hiddenFrom } from '../hidden-from.ts';
import { listCompetencies, type NamedCompetency } from '../list-competencies.ts';
import { mayCorrect } from './hold-discussion.ts';

/** What the form for a discussion needs: whom it is with, and what it corrects if it does. */
export interface Discussing {
  person: Person;
  competencies: NamedCompetency[];
  /** The words that stand now, of the discussion that is corrected. */
  corrects: StoredDiscussion | null;
}

/** Reads what is needed to record a discussion with somebody, or to correct the one named. */
export async function readDiscussing(
  db: Database,
  assessor: Person,
  personId: string,
  firstId: string | null,
): Promise<Result<Discussing, { code: 'not-found' }>> {
  const person = await findSubject(db, assessor, 'hold-discussion', personId);
  if (!person) return refuse({ code: 'not-found' });
  const competencies = await listCompetencies();
  const found = { person, competencies };
  if (!firstId) return ok({ ...found, corrects: null });
  const all = await listDiscussions(db, personId);
  const isFirst = all.some(({ id, corrects }) => id === firstId && corrects === null);
  const newest = all.find(({ id, corrects }) => (corrects ?? id) === firstId);
  if (!newest || !isFirst || !mayCorrect(assessor, person, newest))
    return refuse({ code: 'not-found' });
  const hidden = await hiddenFrom(db, assessor);
  if (hidden(personId, newest.competency)) return refuse({ code: 'not-found' });
  return ok({ ...found, corrects: newest });
}
