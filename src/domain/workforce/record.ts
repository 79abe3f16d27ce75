import type { StaffFacts } from './read-staff.ts';
import type { Qualifications } from './read-qualifications.ts';

/** What the workforce data set says of somebody. Claimed there, never a result of ours. */
export interface WorkforceRecord {
  personId: string;
  localEstId: string;
  uniqueWorkerId: string;
  displayId: string;
  /** Codes as the data set writes them; empty where the file had none. */
  mainJobRole: string;
  employmentStatus: string;
  startedOn: string | null;
  careCertificate: string;
  level2CareCertificate: string;
  pathwayCategory: string;
  qualifications: Qualifications;
}

/** What a record says, apart from whose it is. */
export type RecordedFacts = Omit<WorkforceRecord, 'personId' | 'localEstId' | 'uniqueWorkerId'>;

const nothing: Pick<RecordedFacts, 'level2CareCertificate' | 'pathwayCategory' | 'qualifications'> =
  {
    level2CareCertificate: '',
    pathwayCategory: '',
    qualifications: { socialCare: '', other: '', achieved: [] },
  };

/** The facts once a line is taken in. What the file has no column for stays as it was. */
export function takeIn(before: RecordedFacts | undefined, facts: StaffFacts): RecordedFacts {
  const kept = before && {
    level2CareCertificate: before.level2CareCertificate,
    pathwayCategory: before.pathwayCategory,
    qualifications: before.qualifications,
  };
  return { ...nothing, ...kept, ...facts };
}
