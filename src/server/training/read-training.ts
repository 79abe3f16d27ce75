import { may } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import { londonDate } from '#domain/london-time.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { compareSubjects, type ComparedSubject } from '#domain/training/compare-subjects.ts';
import {
  listPeople,
  listTraining,
  listWithdrawnTraining,
  type Database,
  type StoredTraining,
} from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { readTrainingSubjects } from '../content/read-training-subjects.ts';
import { hiddenFrom } from '../hidden-from.ts';
import { noteReading } from '../note-reading.ts';
import { foldPerson } from '../profile/fold-person.ts';
import { findSubject } from '../find-subject.ts';

/** A record with the names that a person reads. */
export interface ShownRecord extends StoredTraining {
  title: string;
  recordedByName: string;
}

/** Somebody's training beside their competence, as of a time. */
export interface ReadTraining {
  person: Person;
  own: boolean;
  mayRecord: boolean;
  about: string;
  subjects: ComparedSubject[];
  records: ShownRecord[];
  withdrawn: ShownRecord[];
  /** What every subject is called, to choose from. */
  choices: { id: string; title: string }[];
  competencies: Record<string, { title: string; risk: string }>;
  day: string;
}

/** Reads one person's training, for themselves and for those who may read their record. */
export async function readTraining(
  db: Database,
  viewer: Person,
  personId: string,
  at = new Date().toISOString(),
  now = at,
): Promise<Result<ReadTraining, { code: 'not-found' }>> {
  const person = await findSubject(db, viewer, 'read-record', personId);
  if (!person) return refuse({ code: 'not-found' });
  const [records, withdrawn, catalogue, frameworks, hidden, people, { standings }] =
    await Promise.all([
      listTraining(db, personId, at),
      listWithdrawnTraining(db, personId, at),
      readTrainingSubjects(),
      readFrameworks(),
      hiddenFrom(db, viewer),
      listPeople(db),
      foldPerson(db, person, at),
    ]);
  await noteReading(db, viewer, personId, 'training', now);
  const day = londonDate(at);
  const states = new Map(standings.map((one) => [one.competency, one.leading.state]));
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const show = (record: StoredTraining): ShownRecord => ({
    ...record,
    title: catalogue.subjects[record.subject]?.title ?? record.subject,
    recordedByName: nameOf.get(record.recordedBy) ?? 'Somebody',
  });
  return ok({
    person,
    own: viewer.id === personId,
    mayRecord: may(viewer, 'record-training', person),
    about: catalogue.about,
    subjects: compareSubjects(
      catalogue,
      records,
      (id) => (hidden(personId, id) ? 'hidden' : (states.get(id) ?? 'no-evidence')),
      day,
    ),
    records: records.map(show),
    withdrawn: withdrawn.map(show),
    choices: Object.entries(catalogue.subjects).map(([id, { title }]) => ({ id, title })),
    competencies: frameworks.competencies.competencies,
    day,
  });
}
