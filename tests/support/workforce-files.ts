const names = (text: string) => text.trim().split(/[\s,]+/);

const qualifications = 'QUALACH01 QUALACH01NOTES QUALACH02 QUALACH02NOTES QUALACH03 QUALACH03NOTES';

/** The first lines of staff files as three generations of the data set wrote them. */
export const staffGenerations: Record<string, string[]> = {
  'without L2CARECERT':
    names(`LOCALESTID UNIQUEWORKERID STATUS DISPLAYID NINUMBER POSTCODE DOB GENDER
    ETHNICITY NATIONALITY BRITISHCITIZENSHIP COUNTRYOFBIRTH YEAROFENTRY DISABLED CARECERT RECSOURCE
    STARTDATE STARTINSECT DHA APPRENTICE EMPLSTATUS ZEROHRCONT DAYSSICK SALARYINT SALARY HOURLYRATE
    MAINJOBROLE MAINJRDESC CONTHOURS AVGHOURS NMCREG NURSESPEC AMHP SCQUAL NONSCQUAL CWPCATEGORY
    ${qualifications}`),
  'without DHA and CWPCATEGORY':
    names(`LOCALESTID UNIQUEWORKERID STATUS DISPLAYID NINUMBER POSTCODE DOB
    GENDER ETHNICITY NATIONALITY BRITISHCITIZENSHIP COUNTRYOFBIRTH YEAROFENTRY DISABLED CARECERT
    L2CARECERT RECSOURCE HANDCVISA INOUTUK STARTDATE STARTINSECT APPRENTICE EMPLSTATUS ZEROHRCONT
    DAYSSICK SALARYINT SALARY HOURLYRATE MAINJOBROLE MAINJRDESC CONTHOURS AVGHOURS NMCREG NURSESPEC AMHP
    SCQUAL NONSCQUAL ${qualifications}`),
  newest:
    names(`LOCALESTID UNIQUEWORKERID CHGUNIQUEWRKID TRANSFERSTAFFRECORD STATUS DISPLAYID NINUMBER
    POSTCODE DOB GENDER ETHNICITY NATIONALITY BRITISHCITIZENSHIP COUNTRYOFBIRTH YEAROFENTRY DISABLED
    CARECERT L2CARECERT RECSOURCE HANDCVISA INOUTUK STARTDATE STARTINSECT DHA APPRENTICE EMPLSTATUS
    ZEROHRCONT DAYSSICK SALARYINT SALARY HOURLYRATE MAINJOBROLE MAINJRDESC CONTHOURS AVGHOURS NMCREG
    NURSESPEC AMHP SCQUAL NONSCQUAL CWPCATEGORY ${qualifications} QUALACH04 QUALACH04NOTES`),
};

/** The same of training files. */
export const trainingGenerations: Record<string, string[]> = {
  first: names(
    'LOCALESTID UNIQUEWORKERID CATEGORY DESCRIPTION DATECOMPLETED EXPIRYDATE ACCREDITED NOTES',
  ),
  'with TRAININGGUID': names(
    'LOCALESTID UNIQUEWORKERID TRAININGGUID CATEGORY DESCRIPTION DATECOMPLETED EXPIRYDATE ACCREDITED NOTES',
  ),
  newest:
    names(`LOCALESTID UNIQUEWORKERID CATEGORY TRAININGNAME ACCREDITED WHODELIVERED PROVIDERNAME
    HOWDELIVERED VALIDITY DATECOMPLETED EXPIRYDATE NOTES`),
};

/** What no column that is dropped may leave anywhere. */
export const secrets = ['QQ123456C', 'ZZ1 9ZZ', '29/02/1984', 'SECRET-'];

const secretOf: Record<string, string> = {
  ...{ NINUMBER: secrets[0]!, POSTCODE: secrets[1]!, DOB: secrets[2]! },
};
const kept =
  /^(LOCALESTID|UNIQUEWORKERID|STATUS|DISPLAYID|MAINJOBROLE|EMPLSTATUS|STARTDATE|CARECERT|L2CARECERT|CWPCATEGORY|SCQUAL|NONSCQUAL|QUALACH\d+|CATEGORY|DATECOMPLETED|EXPIRYDATE)$/;

const usual: Record<string, string> = {
  ...{ LOCALESTID: 'Home 1', STATUS: 'UNCHECKED', MAINJOBROLE: '8', EMPLSTATUS: '1' },
  ...{ STARTDATE: '03/02/2025', CARECERT: '3', L2CARECERT: '1;2025', CWPCATEGORY: '1' },
  ...{ SCQUAL: '1;2', NONSCQUAL: '2', QUALACH01: '29;2019' },
};

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A file as the data set writes it. Every cell that is dropped holds something that may show nowhere. */
export function writeFile(
  columns: readonly string[],
  rows: readonly Record<string, string>[],
  more: Record<string, string> = usual,
): string {
  const lines = rows.map((row) =>
    columns.map((name) =>
      kept.test(name) ? (row[name] ?? more[name] ?? '') : (secretOf[name] ?? `SECRET-${name}`),
    ),
  );
  return [columns, ...lines].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

/** A staff file of the newest generation. */
export const staffFile = (...rows: Record<string, string>[]) =>
  writeFile(staffGenerations['newest']!, rows);

/** A training file of the newest generation. */
export const trainingFile = (...rows: Record<string, string>[]) =>
  writeFile(trainingGenerations['newest']!, rows, { LOCALESTID: 'Home 1' });
