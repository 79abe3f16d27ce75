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

/** Reads a text as CSV, with whichever of comma, semicolon and tab its first line uses most. */
export function parseCsv(text: string): ParsedCsv {
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const delimiter = findDelimiter(plain);
  const whole = tryParse(plain, delimiter);
  return whole ? { rows: whole.map(toRow), problems: [] } : parseByLine(plain, delimiter);
}

function tryParse(text: string, delimiter: string): Parsed[] | undefined {
  try {
    return parse(text, {
      delimiter,
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
function parseByLine(text: string, delimiter: string): ParsedCsv {
  const rows: RawRow[] = [];
  const problems: CsvProblem[] = [];
  text.split('\n').forEach((one, at) => {
    const line = at + 1;
    const parsed = tryParse(one, delimiter);
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
