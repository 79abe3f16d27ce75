/** Training somebody finished, or something they bring from elsewhere. Never competence. */
export interface TrainingRecord {
  id: string;
  personId: string;
  subject: string;
  /** `brought`: done for another employer, or issued by another body. */
  kind: 'training' | 'brought';
  completedOn: string;
  /** The last day it holds, or nothing where none was given. */
  expiresOn: string | null;
  at: string;
}

/** Whether a record had run out before a day. It holds to the end of its last day. */
export const hasRunOut = ({ expiresOn }: Pick<TrainingRecord, 'expiresOn'>, day: string): boolean =>
  expiresOn !== null && expiresOn < day;

/** Where the training of one subject stands on a day. */
export type Trained =
  | { is: 'current'; record: TrainingRecord }
  | { is: 'run-out'; record: TrainingRecord }
  | { is: 'none' };

/** Of the records of one subject, the one that holds longest speaks; without an end is longest. */
export function standingTraining(records: readonly TrainingRecord[], day: string): Trained {
  const last = (one: TrainingRecord) => one.expiresOn ?? '9999-12-31';
  const [record] = [...records].sort(
    (a, b) =>
      last(b).localeCompare(last(a)) ||
      b.completedOn.localeCompare(a.completedOn) ||
      b.id.localeCompare(a.id),
  );
  if (!record) return { is: 'none' };
  return { is: hasRunOut(record, day) ? 'run-out' : 'current', record };
}
