import { columnWords, type Column, type CsvProblem, type Header } from './read-table.ts';
import { checkDays, trackRecorded } from './check-days.ts';
import { readDay } from './read-day.ts';
import { findSubject, type TrainingSubjects } from './subjects.ts';
import type { TrainingRecord } from './record.ts';

/** A line of a file, not understood yet. */
export interface RawRow {
  line: number;
  cells: readonly string[];
}

/** A line that can be recorded; `already` where the record has it. */
export interface GoodRow extends Pick<
  TrainingRecord,
  'personId' | 'subject' | 'kind' | 'completedOn' | 'expiresOn'
> {
  line: number;
  already: boolean;
}

/** What the lines of a file are checked against. */
export interface Known {
  /** Ids of people by user name and by id, in small letters. */
  people: ReadonlyMap<string, string>;
  subjects: TrainingSubjects;
  recorded: readonly Pick<TrainingRecord, 'personId' | 'subject' | 'completedOn' | 'expiresOn'>[];
  today: string;
}

const elsewhere = ['elsewhere', 'brought', 'brought from elsewhere', 'yes'];
const here = ['', 'here', 'training', 'no'];

/** A cell as text. The mark that keeps a spreadsheet from running it as a formula is taken off. */
const textOf = (cell: string | undefined): string =>
  (cell ?? '').trim().replace(/^'(?=[=+\-@])/, '');

/** Checks each line by itself: what is wrong in one keeps no other from being recorded. */
export function checkRows(
  rows: readonly RawRow[],
  { at, width }: Header,
  { people, subjects, recorded, today }: Known,
): { good: GoodRow[]; problems: CsvProblem[] } {
  const good: GoodRow[] = [];
  const problems: CsvProblem[] = [];
  const standing = trackRecorded(recorded);
  for (const { line, cells } of rows) {
    const wrong: CsvProblem[] = [];
    if (cells.slice(width).some((one) => one.trim())) {
      problems.push({
        line,
        column: null,
        message: 'The line has more cells than the first line of the file.',
        remedy: 'Put a cell that has a comma in it between double quotes.',
      });
      continue;
    }
    const say = (column: Column, message: string, remedy: string) =>
      wrong.push({ line, column: columnWords[column], message, remedy });
    const cell = (column: Column) => (at[column] === undefined ? '' : textOf(cells[at[column]]));
    const day = (column: 'completed' | 'expires', remedy: string) => {
      const found = readDay(cell(column));
      if (!found) say(column, `${quote(cell(column))} is not a day.`, remedy);
      return found;
    };

    const personId = people.get(cell('user').toLowerCase());
    if (!personId)
      say(
        'user',
        cell('user') ? `Nobody here has the user name ${quote(cell('user'))}.` : 'It is empty.',
        'Use the name they sign in with, or add them to the team first.',
      );
    const subject = findSubject(subjects, cell('subject'));
    if (!subject)
      say(
        'subject',
        cell('subject') ? `${quote(cell('subject'))} is not a subject here.` : 'It is empty.',
        'Use a name from the list of subjects.',
      );
    const completedOn = day('completed', 'Write it as day/month/year, such as 31/01/2026.');
    const expiresOn = cell('expires')
      ? day('expires', 'Write it as day/month/year, or leave it empty.')
      : null;
    for (const { about, code, message, remedy } of checkDays(completedOn, expiresOn, today))
      wrong.push({ line, column: columnWords[about], code, message, remedy });
    const kind = here.includes(cell('kind').toLowerCase())
      ? 'training'
      : elsewhere.includes(cell('kind').toLowerCase())
        ? 'brought'
        : undefined;
    if (!kind) say('kind', `${quote(cell('kind'))} is not known.`, 'Write "here" or "elsewhere".');

    if (wrong.length || !personId || !subject || !completedOn || expiresOn === undefined || !kind) {
      problems.push(...wrong);
      continue;
    }
    const row = {
      personId,
      subject,
      completedOn,
      expiresOn,
      kind: kindOf(subjects, subject, kind),
    };
    const { already, problem } = standing(row);
    if (problem) {
      const { code, message, remedy } = problem;
      problems.push({ line, column: columnWords.expires, code, message, remedy });
      continue;
    }
    good.push({ line, ...row, already });
  }
  return { good, problems };
}

/** What another body issues is always brought: this product issues nothing. */
export const kindOf = (
  { subjects }: TrainingSubjects,
  subject: string,
  kind: TrainingRecord['kind'],
): TrainingRecord['kind'] => (subjects[subject]?.award ? 'brought' : kind);

/** What somebody wrote, as much of it as fits a line. */
const quote = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
