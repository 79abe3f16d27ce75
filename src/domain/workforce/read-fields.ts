import type { RawRow } from '../training/check-rows.ts';
import { readDay } from '../training/read-day.ts';
import type { CsvProblem } from '../training/read-table.ts';
import type { WorkforceHeader } from './read-header.ts';

/** The cells of one line by the names of their columns, with what is wrong in them so far. */
export interface Fields {
  problems: CsvProblem[];
  /** Whether the file has such a column at all. */
  has(column: string): boolean;
  /** A cell as text, its spaces in order. Empty where there is none. */
  text(column: string): string;
  say(column: string | null, code: string, message: string, remedy: string): void;
  /** A name or an id: what may be kept as it stands, or nothing where it may not. */
  name(column: string, longest: number): string | undefined;
  /** A day as YYYY-MM-DD, null where the cell is empty, or nothing where it is no day. */
  day(column: string): string | null | undefined;
}

/** What a spreadsheet would run instead of showing it. */
const formula = /^[=+\-@]/;
const nationalInsurance = /^[a-z]{2} ?(\d ?){6}[a-d]?$/i;
const writtenDay = /^\d{1,2}\/\d{1,2}\/\d{4}$/;

/** Something of a kept column, as much of it as fits a line. */
export const quote = (text: string): string =>
  `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;

/**
 * Reads one line of a workforce file. A line with more or fewer cells than the first is not read at
 * all: what belongs into a column that is dropped might stand in one that is kept.
 */
export function readFields(
  { line, cells }: RawRow,
  { at, keeps }: Pick<WorkforceHeader, 'at' | 'keeps'>,
): Fields {
  const problems: CsvProblem[] = [];
  const text = (column: string) => (cells[at.get(column) ?? -1] ?? '').replace(/\s+/g, ' ').trim();
  const say: Fields['say'] = (column, code, message, remedy) => {
    problems.push({ line, column, code, message, remedy });
  };
  if (cells.length !== keeps.length)
    say(
      null,
      'cells',
      `The line has ${cells.length} cells, and the first line of the file has ${keeps.length}.`,
      'Put a cell that has a comma in it between double quotes.',
    );
  return {
    ...{ problems, text, say },
    has: (column) => at.has(column),
    name(column, longest) {
      const written = text(column);
      if (!written) say(column, 'empty', 'It is empty.', 'Fill it in, in the data set.');
      else if (written.length > longest)
        say(column, 'too-long', `It has more than ${longest} letters.`, 'Shorten it.');
      else if (formula.test(written))
        say(
          column,
          'formula',
          `${quote(written)} would be run as a formula by a spreadsheet.`,
          'Begin it with a letter or a digit.',
        );
      else if (nationalInsurance.test(written))
        say(
          column,
          'ni-number',
          'It looks like a National Insurance number, which is not kept here.',
          'Use something else for it in the data set, such as a number of your own.',
        );
      else if (/\p{Cc}/u.test(written))
        say(column, 'odd-letters', 'It has letters that cannot be shown.', 'Type it again.');
      else return written;
      return undefined;
    },
    day(column) {
      const written = text(column);
      if (!written) return null;
      const day = writtenDay.test(written) ? readDay(written) : undefined;
      if (!day)
        say(
          column,
          'not-a-day',
          `${quote(written)} is not a day.`,
          'Write it as day/month/year, such as 31/01/2026.',
        );
      return day;
    },
  };
}
