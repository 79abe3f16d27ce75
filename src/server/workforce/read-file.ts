import { stringify } from 'csv-stringify/sync';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { RawRow } from '#domain/training/check-rows.ts';
import type { CsvProblem } from '#domain/training/read-table.ts';
import { readWorkforceHeader, type WorkforceHeader } from '#domain/workforce/read-header.ts';
import { parseCsv, parseFirstLine } from '../training/parse-csv.ts';

/** A staff or training file, with nothing in it but what is kept. */
export interface WorkforceFile {
  header: WorkforceHeader;
  rows: RawRow[];
  /** Lines that cannot be read as CSV. */
  problems: CsvProblem[];
}

/** Reads a file of the workforce data set. Refused where it is none, or lacks what is needed. */
export function readWorkforceFile(text: string): Result<WorkforceFile, CsvProblem[]> {
  const first = parseFirstLine(text);
  if (!first) return refuse([unreadable]);
  const header = readWorkforceHeader(first.cells, first.line);
  if (!header.ok) return header;
  const { rows, problems } = parseCsv(text, header.value.keeps);
  return ok({
    header: header.value,
    rows: rows.filter(({ line }) => line > first.line),
    problems: problems.map((one) => ({ ...one, code: 'not-csv' })),
  });
}

const unreadable: CsvProblem = {
  line: 1,
  column: null,
  code: 'no-first-line',
  message: 'There is no first line with the names of the columns.',
  remedy: 'Download the staff or the training file from the data set, and bring it as it is.',
};

/**
 * The file with its kept columns alone, every line where it stood. The page where it is looked at
 * carries this along, so that nobody has to choose the file again, and nothing that is dropped ever
 * reaches a page. What comes back is read and checked as if it came for the first time.
 */
export function writeReduced({ header, rows, problems }: WorkforceFile): string {
  const columns = [...header.at];
  const lines = new Map<number, string[]>([[1, columns.map(([name]) => name)]]);
  // A line that was not read says no more than that, and is told again.
  for (const { line } of problems) lines.set(Math.max(line, 2), ['-']);
  for (const { line, cells } of rows)
    lines.set(
      line,
      cells.length === header.keeps.length
        ? columns.map(([, at]) => (cells[at] ?? '').replace(/\s+/g, ' ').trim())
        : ['-'],
    );
  const last = Math.max(...lines.keys());
  return Array.from({ length: last }, (_, at) => lines.get(at + 1))
    .map((cells) => (cells ? stringify([cells], { record_delimiter: '' }) : ''))
    .join('\n');
}
