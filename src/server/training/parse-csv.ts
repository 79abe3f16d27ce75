import { parse } from 'csv-parse/sync';
import type { RawRow } from '#domain/training/check-rows.ts';
import type { CsvProblem } from '#domain/training/read-table.ts';

/** The lines of a file as cells, and what cannot be read as such. */
export interface ParsedCsv {
  rows: RawRow[];
  problems: CsvProblem[];
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

/** Which columns are read, by their place; all where nothing is said. */
export type Keeps = readonly boolean[];

/**
 * Reads a text as CSV, with whichever of comma, semicolon and tab its first line uses most. What is in
 * a column that is not kept is dropped by the parser itself: no row ever holds it.
 */
export function parseCsv(text: string, keeps?: Keeps): ParsedCsv {
  const plain = toPlain(text);
  const how = { delimiter: findDelimiter(plain), keeps };
  const whole = tryParse(plain, how);
  return whole ? { rows: whole.map(toRow), problems: [] } : parseByLine(plain, how);
}

/** The first line that says anything, or nothing where there is none or it cannot be read. */
export function parseFirstLine(text: string): RawRow | undefined {
  const plain = toPlain(text);
  const [first] = tryParse(plain, { delimiter: findDelimiter(plain), to: 1 }) ?? [];
  return first && toRow(first);
}

const toPlain = (text: string) => text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');

interface How {
  delimiter: string;
  keeps?: Keeps | undefined;
  /** How many rows are read at the most. */
  to?: number;
}

function tryParse(text: string, { delimiter, keeps, to = -1 }: How): Parsed[] | undefined {
  try {
    return parse(text, {
      delimiter,
      to,
      // Ends of lines stay, so that lines are still counted right.
      ...(keeps && {
        cast: (cell: string, { index }: { index: number }) =>
          keeps[index] ? cell : cell.replace(/[^\n]/g, ''),
      }),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\n'],
    }) as unknown as Parsed[];
  } catch {
    return undefined;
  }
}

/** A quote that is not closed would take the lines after it along: then each line is read by itself. */
function parseByLine(text: string, how: How): ParsedCsv {
  const rows: RawRow[] = [];
  const problems: CsvProblem[] = [];
  text.split('\n').forEach((one, at) => {
    const line = at + 1;
    const parsed = tryParse(one, how);
    if (parsed) rows.push(...parsed.map(({ record }) => ({ line, cells: record })));
    else
      problems.push({
        line,
        column: null,
        message: 'A double quote is not closed, or stands in the middle of a cell.',
        remedy: 'Take it out, or close it before the next cell.',
      });
  });
  return { rows: rows.filter(hasText), problems };
}

/** `lines` counts to the end of a row, which may be longer than a line. */
const toRow = ({ record, info }: Parsed): RawRow => ({
  line: info.lines - record.join('').split('\n').length + 1,
  cells: record,
});

const hasText = ({ cells }: RawRow) => cells.some((cell) => cell.trim());

function findDelimiter(text: string): string {
  const first = text.slice(0, text.indexOf('\n') + 1 || undefined);
  const count = (mark: string) => first.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
