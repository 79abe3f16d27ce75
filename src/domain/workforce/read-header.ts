import { ok, refuse, type Result } from '../result.ts';
import type { CsvProblem } from '../training/read-table.ts';
import { isQualification, layouts, marks, type FileKind } from './columns.ts';

/** What the first line of a workforce file says. */
export interface WorkforceHeader {
  kind: FileKind;
  /** Where each column that is kept stands. */
  at: ReadonlyMap<string, number>;
  /** Which cells of a line are kept, by their place: for the reading of all that follows. */
  keeps: readonly boolean[];
  /** Known columns of the file that nothing is kept from. */
  dropped: readonly string[];
  /** How many columns there are that the data set is not known to have. They are not read either. */
  unknown: number;
}

/** A name as it is compared: a spreadsheet may have changed its case or put spaces in. */
const nameOf = (cell: string) => cell.replace(/[\s\uFEFF]+/g, '').toUpperCase();

/**
 * Recognises a file by the names in its first line, whichever generation it is and in whatever order
 * they stand. Refused with what is missing or there twice. Never says a name that it does not know:
 * a file without a first line would have somebody's details there.
 */
export function readWorkforceHeader(
  cells: readonly string[],
  line: number,
): Result<WorkforceHeader, CsvProblem[]> {
  const names = cells.map(nameOf);
  const say = (column: string | null, code: string, message: string, remedy: string) => ({
    ...{ line, column, code, message, remedy },
  });
  const present = new Set(names);
  const found = (['staff', 'training', 'workplace'] as const)
    .map((kind) => ({ kind, has: marks[kind].filter((name) => present.has(name)).length }))
    .reduce((best, one) => (one.has > best.has ? one : best));
  if (found.has === 0)
    return refuse([
      say(
        null,
        'unknown-file',
        'The first line has none of the names of a staff or training file.',
        'Download the staff or the training file from the data set, and bring it as it is.',
      ),
    ]);
  if (found.kind === 'workplace')
    return refuse([
      say(
        null,
        'workplace-file',
        'This is the workplace file. Nothing of it is needed here.',
        'Bring the staff file or the training file.',
      ),
    ]);
  const { kind } = found;
  const { kept, dropped, needed } = layouts[kind];
  const isKept = (name: string) =>
    kept.includes(name) || (kind === 'staff' && isQualification(name));
  const problems: CsvProblem[] = needed
    .filter((name) => !present.has(name))
    .map((name) =>
      say(
        name,
        'missing-column',
        `There is no column ${name}.`,
        'Download the file again, and bring it with all its columns.',
      ),
    );
  const at = new Map<string, number>();
  names.forEach((name, index) => {
    if (!isKept(name)) return;
    if (at.has(name))
      problems.push(
        say(name, 'column-twice', `There are two columns ${name}.`, 'Take one of them out.'),
      );
    else at.set(name, index);
  });
  if (problems.length) return refuse(problems);
  const isDropped = (name: string) => dropped.includes(name) || /^QUALACH\d+NOTES$/.test(name);
  return ok({
    ...{ kind, at, keeps: names.map(isKept) },
    dropped: [...present].filter(isDropped),
    unknown: names.filter((name) => name && !isKept(name) && !isDropped(name)).length,
  });
}
