import { checkDays, trackRecorded } from '../training/check-days.ts';
import { kindOf, type GoodRow, type RawRow } from '../training/check-rows.ts';
import type { CsvProblem } from '../training/read-table.ts';
import type { TrainingRecord } from '../training/record.ts';
import type { TrainingSubjects } from '../training/subjects.ts';
import type { WorkforceCodes } from './codes.ts';
import { quote, readFields } from './read-fields.ts';
import type { WorkforceHeader } from './read-header.ts';
import { staffKey } from './read-staff.ts';

/** What the lines of a training file are checked against. */
export interface KnownTraining {
  /** Ids of people that whoever brings the file may act for, by `staffKey`. */
  people: ReadonlyMap<string, string>;
  subjects: TrainingSubjects;
  codes: WorkforceCodes;
  recorded: readonly Pick<TrainingRecord, 'personId' | 'subject' | 'completedOn' | 'expiresOn'>[];
  today: string;
}

/** What a training file says, line by line. */
export interface ReadTrainingFile {
  good: GoodRow[];
  /** Kinds of training that have no subject here, and how many lines are about each. */
  withoutSubject: { title: string; lines: number }[];
  problems: CsvProblem[];
}

const columns = { completed: 'DATECOMPLETED', expires: 'EXPIRYDATE' } as const;

/** Reads the lines of a training file as claimed training: it says that somebody attended, no more. */
export function readTrainingFile(
  rows: readonly RawRow[],
  header: WorkforceHeader,
  { people, subjects, codes, recorded, today }: KnownTraining,
): ReadTrainingFile {
  const good: GoodRow[] = [];
  const problems: CsvProblem[] = [];
  const without = new Map<string, number>();
  const standing = trackRecorded(recorded);
  for (const raw of rows) {
    const fields = readFields(raw, header);
    problems.push(...fields.problems);
    if (fields.problems.length) continue;
    const localEstId = fields.name('LOCALESTID', 50);
    const uniqueWorkerId = fields.name('UNIQUEWORKERID', 50);
    const personId =
      localEstId && uniqueWorkerId
        ? people.get(staffKey({ localEstId, uniqueWorkerId }))
        : undefined;
    if (localEstId && uniqueWorkerId && !personId)
      fields.say(
        'UNIQUEWORKERID',
        'unknown-worker',
        `Nobody of yours was brought as ${quote(uniqueWorkerId)} of ${quote(localEstId)}.`,
        'Bring the staff file first.',
      );
    const written = fields.text('CATEGORY');
    const category = Object.hasOwn(codes.training, written) ? codes.training[written] : undefined;
    if (!category)
      fields.say(
        'CATEGORY',
        'unknown-code',
        written ? `${quote(written)} is not a category that is known here.` : 'It is empty.',
        'Look at it in the data set.',
      );
    const completedOn = fields.day('DATECOMPLETED');
    if (completedOn === null)
      fields.say(
        'DATECOMPLETED',
        'empty',
        'It is empty.',
        'Fill in the day it was completed: without one it cannot be recorded.',
      );
    const expiresOn = fields.day('EXPIRYDATE');
    for (const { about, code, message, remedy } of checkDays(
      completedOn ?? undefined,
      expiresOn,
      today,
    ))
      fields.say(columns[about], code, message, remedy);
    if (fields.problems.length || !personId || !category || !completedOn || expiresOn === undefined)
      problems.push(...fields.problems);
    else if (category.subject === undefined)
      without.set(category.title, (without.get(category.title) ?? 0) + 1);
    else {
      const { subject } = category;
      const kind = kindOf(subjects, subject, 'training');
      const row = { personId, subject, kind, completedOn, expiresOn };
      const { already, problem } = standing(row);
      if (problem) {
        const { code, message, remedy } = problem;
        problems.push({ line: raw.line, column: columns.expires, code, message, remedy });
      } else good.push({ line: raw.line, ...row, already });
    }
  }
  const withoutSubject = [...without].map(([title, lines]) => ({ title, lines }));
  return { good, withoutSubject, problems };
}
