import { plainName } from './subjects.ts';

/** What a column of a file can be. */
export type Column = 'user' | 'subject' | 'completed' | 'expires' | 'kind';

/** What each column is called in our own words. */
export const columnWords: Record<Column, string> = {
  user: 'user name',
  subject: 'subject',
  completed: 'completed',
  expires: 'expires',
  kind: 'kind',
};

const names: Record<Column, readonly string[]> = {
  user: ['user name', 'username', 'user', 'worker id', 'worker', 'person id', 'login'],
  subject: ['subject', 'course', 'course name', 'course title', 'training', 'training course'],
  completed: ['completed', 'completed on', 'date completed', 'completion date', 'date', 'achieved'],
  expires: ['expires', 'expires on', 'expiry', 'expiry date', 'expiration date', 'valid until'],
  kind: ['kind', 'from', 'brought from elsewhere'],
};

const needed: readonly Column[] = ['user', 'subject', 'completed'];

/** One thing wrong in a file: where it stands, what it is, and how to mend it. */
export interface CsvProblem {
  /** The line of the file, from 1 on, as an editor counts. */
  line: number;
  /** The name of the column, or nothing where it is about the whole line. */
  column: string | null;
  /** A short name that stays the same, for whoever looks up or counts what was wrong. */
  code?: string;
  message: string;
  remedy: string;
}

/** Where each known column stands in a header, and what of it is not used. */
export interface Header {
  at: Partial<Record<Column, number>>;
  unused: string[];
  /** How many cells a line has. */
  width: number;
}

/** Reads the first line of a file. */
export function readHeader(
  cells: readonly string[],
  line: number,
): { header: Header; problems: CsvProblem[] } {
  const header: Header = { at: {}, unused: [], width: cells.length };
  const problems: CsvProblem[] = [];
  cells.forEach((cell, index) => {
    const column = (Object.keys(names) as Column[]).find((one) =>
      names[one].includes(plainName(cell)),
    );
    if (!column) {
      if (cell.trim()) header.unused.push(cell.trim());
    } else if (header.at[column] === undefined) header.at[column] = index;
    else
      problems.push({
        line,
        column: cell.trim(),
        message: `Two columns are for the ${columnWords[column]}.`,
        remedy: 'Take one of them out of the file.',
      });
  });
  for (const column of needed)
    if (header.at[column] === undefined)
      problems.push({
        line,
        column: null,
        message: `There is no column for the ${columnWords[column]}.`,
        remedy: `Name one of the columns "${columnWords[column]}" in the first line.`,
      });
  return { header, problems };
}
