import { randomUUIDv7 } from 'node:crypto';
import { may } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import { londonDate } from '#domain/london-time.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { checkRows, type GoodRow } from '#domain/training/check-rows.ts';
import { readHeader, type CsvProblem } from '#domain/training/read-table.ts';
import { insertTraining, listAllTraining, listPeople, type Database } from '#db';
import { readTrainingSubjects } from '../content/read-training-subjects.ts';
import { parseCsv } from './parse-csv.ts';

/** What a file says, line by line, before anything of it is recorded. */
export interface TrainingPreview {
  /** Lines that can be recorded, with names for people to read. */
  good: (GoodRow & { name: string; title: string })[];
  problems: CsvProblem[];
  /** Columns that nothing is taken from. */
  unused: string[];
}

/** Reads a file of training records and says what of it would be recorded. Records nothing. */
export async function previewTraining(
  db: Database,
  manager: Person,
  text: string,
  at = new Date().toISOString(),
): Promise<Result<TrainingPreview, { code: 'not-found' }>> {
  if (!may(manager, 'record-training')) return refuse({ code: 'not-found' });
  const parsed = parseCsv(text);
  const [first, ...rows] = parsed.rows;
  if (!first) return ok({ good: [], problems: [...parsed.problems, nothing], unused: [] });
  const { header, problems } = readHeader(first.cells, first.line);
  if (problems.length) return ok({ good: [], problems, unused: header.unused });
  const [everybody, subjects, recorded] = await Promise.all([
    listPeople(db),
    readTrainingSubjects(),
    listAllTraining(db),
  ]);
  // Those of other services are as unknown here as those who are nowhere.
  const theirs = everybody.filter((one) => may(manager, 'record-training', one));
  const people = new Map(
    theirs.flatMap(({ id, username }) => [
      [username.toLowerCase(), id],
      [id.toLowerCase(), id],
    ]),
  );
  const checked = checkRows(rows, header, { people, subjects, recorded, today: londonDate(at) });
  const nameOf = new Map(everybody.map(({ id, name }) => [id, name]));
  return ok({
    good: checked.good.map((row) => ({
      ...row,
      name: nameOf.get(row.personId)!,
      title: subjects.subjects[row.subject]!.title,
    })),
    problems: [...parsed.problems, ...checked.problems].sort((a, b) => a.line - b.line),
    unused: header.unused,
  });
}

const nothing: CsvProblem = {
  line: 1,
  column: null,
  message: 'There is nothing in it.',
  remedy: 'Choose a file, or paste its lines, the first with the names of the columns.',
};

/** Records the good lines of a file. The same file again adds nothing. */
export async function importTraining(
  db: Database,
  manager: Person,
  text: string,
  at = new Date().toISOString(),
): Promise<Result<{ added: number; already: number; left: number }, { code: 'not-found' }>> {
  const read = await previewTraining(db, manager, text, at);
  if (!read.ok) return read;
  const { good, problems } = read.value;
  const added = await insertTrainingRows(db, manager, good, at);
  const left = new Set(problems.map(({ line }) => line)).size;
  return ok({ added, already: good.length - added, left });
}

/** Records those lines of a file that are not recorded yet, and says how many they were. */
export async function insertTrainingRows(
  db: Database,
  manager: Pick<Person, 'id'>,
  good: readonly GoodRow[],
  at: string,
): Promise<number> {
  const fresh = good.filter(({ already }) => !already);
  await insertTraining(
    db,
    fresh.map(({ personId, subject, kind, completedOn, expiresOn }) => ({
      id: randomUUIDv7(),
      ...{ personId, subject, kind, completedOn, expiresOn },
      source: 'imported',
      recordedBy: manager.id,
      at,
    })),
  );
  return fresh.length;
}
