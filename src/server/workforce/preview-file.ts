import { may } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import { londonDate } from '#domain/london-time.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { GoodRow } from '#domain/training/check-rows.ts';
import type { CsvProblem } from '#domain/training/read-table.ts';
import { planStaff, type StaffPlan } from '#domain/workforce/plan-staff.ts';
import { readStaff, staffKey } from '#domain/workforce/read-staff.ts';
import { readTrainingFile, type ReadTrainingFile } from '#domain/workforce/read-training.ts';
import { listAllTraining, type Database } from '#db';
import { readTrainingSubjects } from '../content/read-training-subjects.ts';
import { gatherKnown } from './gather-known.ts';
import { readWorkforceFile, writeReduced, type WorkforceFile } from './read-file.ts';

/** A training line with names for people to read. */
export type NamedRow = GoodRow & { name: string; title: string };

interface Read {
  /** The file with its kept columns alone, to be sent again. */
  reduced: string;
  /** Columns of the file that nothing is kept from, as far as they are known. */
  dropped: readonly string[];
  unknown: number;
}

/** What a file would do. Nothing of it is done yet. */
export type WorkforcePreview =
  | ({ kind: 'staff'; plan: StaffPlan } & Read)
  | ({ kind: 'training' } & Read & ReadTrainingFile & { good: NamedRow[] })
  | { kind: 'refused'; problems: CsvProblem[] };

/** Reads a staff or training file and says what it would do. Writes nothing. */
export async function previewWorkforceFile(
  db: Database,
  manager: Person,
  text: string,
  at = new Date().toISOString(),
): Promise<Result<WorkforcePreview, { code: 'not-found' }>> {
  if (!may(manager, 'import-staff')) return refuse({ code: 'not-found' });
  const file = readWorkforceFile(text);
  if (!file.ok) return ok({ kind: 'refused', problems: file.problem });
  const { kind, dropped, unknown } = file.value.header;
  const read = { reduced: writeReduced(file.value), dropped, unknown };
  return kind === 'staff'
    ? ok({ kind, ...read, plan: await previewStaff(db, manager, file.value, at) })
    : ok({ kind, ...read, ...(await previewTrainingFile(db, manager, file.value, at)) });
}

const byLine = (a: CsvProblem, b: CsvProblem) => a.line - b.line;

async function previewStaff(
  db: Database,
  manager: Person,
  { rows, header, problems }: WorkforceFile,
  at: string,
): Promise<StaffPlan> {
  const known = await gatherKnown(db, manager, at);
  const { staff, problems: inRows } = readStaff(rows, header, known.codes, known.today);
  const plan = planStaff(staff, known);
  return { ...plan, problems: [...problems, ...inRows, ...plan.problems].sort(byLine) };
}

async function previewTrainingFile(
  db: Database,
  manager: Person,
  { rows, header, problems }: WorkforceFile,
  at: string,
): Promise<ReadTrainingFile & { good: NamedRow[] }> {
  const [{ people, records, codes }, subjects, recorded] = await Promise.all([
    gatherKnown(db, manager, at),
    readTrainingSubjects(),
    listAllTraining(db),
  ]);
  const reached = new Map(people.filter((one) => one.reached).map((one) => [one.id, one.name]));
  const read = readTrainingFile(rows, header, {
    people: new Map(
      records
        .filter(({ personId }) => reached.has(personId))
        .map((record) => [staffKey(record), record.personId]),
    ),
    ...{ subjects, codes, recorded, today: londonDate(at) },
  });
  return {
    ...read,
    good: read.good.map((row) => ({
      ...row,
      name: reached.get(row.personId)!,
      title: subjects.subjects[row.subject]!.title,
    })),
    problems: [...problems, ...read.problems].sort(byLine),
  };
}
