import { may } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { listWitnesses, type Database, type StoredWitness } from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { noteReading } from '../note-reading.ts';
import { findSubject } from '../find-subject.ts';

/** What somebody else saw, with the names of what it is about. */
export interface ShownWitness extends StoredWitness {
  about: { id: string; title: string }[];
}

/** What others saw of somebody, by a time. */
export interface ReadWitnesses {
  person: Person;
  own: boolean;
  statements: ShownWitness[];
  canRecord: boolean;
}

/** Reads what others saw of somebody, for themselves and for those who may read their record. */
export async function readWitnesses(
  db: Database,
  viewer: Person,
  personId: string,
  at = new Date().toISOString(),
  now = at,
): Promise<Result<ReadWitnesses, { code: 'not-found' }>> {
  const person = await findSubject(db, viewer, 'read-record', personId);
  if (!person) return refuse({ code: 'not-found' });
  await noteReading(db, viewer, personId, 'witnesses', now);
  return ok({
    person,
    own: viewer.id === personId,
    statements: await showWitnesses(db, personId, at),
    canRecord: may(viewer, 'record-witness', person),
  });
}

/** What others saw of one competency of a person: for a page that has already been opened. */
export async function listWitnessesOf(
  db: Database,
  viewer: Person,
  personId: string,
  competency: string,
  at: string,
): Promise<ShownWitness[]> {
  if (!(await findSubject(db, viewer, 'read-record', personId))) return [];
  const statements = await showWitnesses(db, personId, at);
  return statements.filter(({ competencies }) => competencies.includes(competency));
}

async function showWitnesses(db: Database, personId: string, at: string): Promise<ShownWitness[]> {
  const [rows, { competencies }] = await Promise.all([
    listWitnesses(db, personId, at),
    readFrameworks(),
  ]);
  return rows.map((row) => ({
    ...row,
    about: row.competencies.map((id) => ({
      id,
      title: competencies.competencies[id]?.title ?? id,
    })),
  }));
}
