/** Which of the data set's files one is. */
export type FileKind = 'staff' | 'training';

const columns = (names: string) => names.trim().split(/\s+/);

/** The columns of a staff file that anything is kept from. Qualifications come besides, see `isQualification`. */
const staffKept =
  columns(`LOCALESTID UNIQUEWORKERID STATUS DISPLAYID MAINJOBROLE EMPLSTATUS STARTDATE
  CARECERT L2CARECERT CWPCATEGORY SCQUAL NONSCQUAL`);

/** What is in a staff file of any generation and is dropped as it is read. */
const staffDropped =
  columns(`CHGUNIQUEWRKID TRANSFERSTAFFRECORD NINUMBER POSTCODE DOB GENDER ETHNICITY
  NATIONALITY BRITISHCITIZENSHIP COUNTRYOFBIRTH YEAROFENTRY DISABLED RECSOURCE HANDCVISA INOUTUK
  STARTINSECT DHA APPRENTICE ZEROHRCONT DAYSSICK SALARYINT SALARY HOURLYRATE MAINJRDESC CONTHOURS
  AVGHOURS NMCREG NURSESPEC AMHP`);

/** The columns of a training file that anything is kept from. Free text may name anybody: it is dropped. */
const trainingKept = columns('LOCALESTID UNIQUEWORKERID CATEGORY DATECOMPLETED EXPIRYDATE');
const trainingDropped = columns(`TRAININGGUID DESCRIPTION TRAININGNAME ACCREDITED WHODELIVERED
  PROVIDERNAME HOWDELIVERED VALIDITY NOTES`);

/** What each kind of file keeps, drops and cannot do without: what all its generations have. */
export const layouts: Record<FileKind, Record<'kept' | 'dropped' | 'needed', readonly string[]>> = {
  staff: {
    kept: staffKept,
    dropped: staffDropped,
    needed: columns(
      'LOCALESTID UNIQUEWORKERID DISPLAYID MAINJOBROLE EMPLSTATUS STARTDATE CARECERT',
    ),
  },
  training: {
    kept: trainingKept,
    dropped: trainingDropped,
    needed: columns('LOCALESTID UNIQUEWORKERID CATEGORY DATECOMPLETED'),
  },
};

/** Columns that only one kind of file has, the workplace file included: by them it is recognised. */
export const marks: Record<FileKind | 'workplace', readonly string[]> = {
  staff: columns('DISPLAYID NINUMBER MAINJOBROLE EMPLSTATUS CARECERT STARTDATE'),
  training: columns('CATEGORY TRAININGNAME DATECOMPLETED EXPIRYDATE ACCREDITED'),
  workplace: columns('ESTNAME ESTTYPE MAINSERVICE ALLSERVICES REGTYPE TOTALPERMTEMP ALLJOBROLES'),
};

/** Whether a column says a qualification somebody has, such as QUALACH03. Notes about it are dropped. */
export const isQualification = (column: string): boolean => /^QUALACH\d{2,3}$/.test(column);
