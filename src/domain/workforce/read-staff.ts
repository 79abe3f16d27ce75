import type { RawRow } from '../training/check-rows.ts';
import type { CsvProblem } from '../training/read-table.ts';
import type { WorkforceCodes } from './codes.ts';
import { quote, readFields, type Fields } from './read-fields.ts';
import type { WorkforceHeader } from './read-header.ts';
import { readQualifications, withoutEnd, type Qualifications } from './read-qualifications.ts';

/** What is kept of one line of a staff file. What the file has no column for is left out. */
export interface StaffFacts {
  displayId: string;
  mainJobRole: string;
  employmentStatus: string;
  startedOn: string | null;
  careCertificate: string;
  level2CareCertificate?: string;
  pathwayCategory?: string;
  qualifications?: Qualifications;
}

/** One line that can be used. */
export interface StaffRow {
  line: number;
  localEstId: string;
  uniqueWorkerId: string;
  /** The file says that they are to be taken out of the data set. */
  leaves: boolean;
  facts: StaffFacts;
}

const statuses = ['', 'DELETE', 'UPDATE', 'UNCHECKED', 'NOCHANGE', 'NEW'];

/** Reads the lines of a staff file, each by itself: what is wrong in one spoils no other. */
export function readStaff(
  rows: readonly RawRow[],
  header: WorkforceHeader,
  codes: WorkforceCodes,
  today: string,
): { staff: StaffRow[]; problems: CsvProblem[] } {
  const staff: StaffRow[] = [];
  const problems: CsvProblem[] = [];
  const seen = new Map<string, number>();
  for (const raw of rows) {
    const fields = readFields(raw, header);
    const row = fields.problems.length
      ? undefined
      : readLine(raw.line, fields, header, codes, today);
    const key = row && staffKey(row);
    const before = key && seen.get(key);
    if (before)
      fields.say(
        'UNIQUEWORKERID',
        'twice',
        `Line ${before} is about the same worker.`,
        'Take one of the two lines out.',
      );
    if (row && key && !fields.problems.length) {
      seen.set(key, row.line);
      staff.push(row);
    } else problems.push(...fields.problems);
  }
  return { staff, problems };
}

/** Who a line is about: no two workers of the data set share both. */
export const staffKey = (of: { localEstId: string; uniqueWorkerId: string }): string =>
  JSON.stringify([of.localEstId, of.uniqueWorkerId]);

function readLine(
  line: number,
  fields: Fields,
  { at }: WorkforceHeader,
  codes: WorkforceCodes,
  today: string,
): StaffRow | undefined {
  const localEstId = fields.name('LOCALESTID', 50);
  const uniqueWorkerId = fields.name('UNIQUEWORKERID', 50);
  const displayId = fields.name('DISPLAYID', 80);
  const status = fields.text('STATUS').toUpperCase();
  if (!statuses.includes(status))
    fields.say(
      'STATUS',
      'unknown-code',
      `${quote(status)} is not a status.`,
      `Use one of ${statuses.filter(Boolean).join(', ')}.`,
    );
  if (!localEstId || !uniqueWorkerId || !displayId) return undefined;
  const row = { line, localEstId, uniqueWorkerId };
  // Somebody who goes may go with an unfinished line: it only says who.
  if (status === 'DELETE') return { ...row, leaves: true, facts: factsOfNobody(displayId) };

  const code = (column: string, known: Readonly<Record<string, unknown>>) => {
    const written = withoutEnd(fields.text(column));
    if (written && !Object.hasOwn(known, written)) sayUnknown(fields, column, written);
    return written;
  };
  const startedOn = fields.day('STARTDATE') ?? null;
  if (startedOn && startedOn > today)
    fields.say('STARTDATE', 'to-come', 'The day is still to come.', 'Bring it once they started.');
  if (startedOn && startedOn < '1950-01-01')
    fields.say('STARTDATE', 'long-ago', 'The day is before 1950.', 'Look at the year.');
  const qualifications = readQualifications(fields, [...at.keys()]);
  return {
    ...row,
    leaves: false,
    facts: {
      displayId,
      mainJobRole: code('MAINJOBROLE', codes['job-roles']),
      employmentStatus: code('EMPLSTATUS', codes.employment),
      startedOn,
      careCertificate: code('CARECERT', codes['care-certificate']),
      ...(fields.has('L2CARECERT') && { level2CareCertificate: readLevel2(fields, codes) }),
      ...(fields.has('CWPCATEGORY') && { pathwayCategory: code('CWPCATEGORY', codes.pathway) }),
      ...(qualifications && { qualifications }),
    },
  };
}

const factsOfNobody = (displayId: string): StaffFacts => ({
  displayId,
  ...{ mainJobRole: '', employmentStatus: '', startedOn: null, careCertificate: '' },
});

const sayUnknown = (fields: Fields, column: string, written: string) =>
  fields.say(
    column,
    'unknown-code',
    `${quote(written)} is not a code of it that is known here.`,
    'Look at it in the data set. A code newer than this list is not known here: leave the cell empty to bring the rest.',
  );

/** The Level 2 certificate may have the year after its code. */
function readLevel2(fields: Fields, codes: WorkforceCodes): string {
  const written = withoutEnd(fields.text('L2CARECERT'));
  const [code = '', ...rest] = written.split(';');
  const fits = code === '1' ? rest.length < 2 && /^(\d{4})?$/.test(rest.join('')) : !rest.length;
  if (written && !(Object.hasOwn(codes['level-2-care-certificate'], code) && fits))
    sayUnknown(fields, 'L2CARECERT', written);
  return written;
}
