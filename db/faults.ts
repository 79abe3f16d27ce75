interface CodedError {
  message?: string;
  code?: unknown;
  cause?: { code?: unknown };
}

/** The code of an error of the database, also where Drizzle has wrapped it; empty where it has none. */
export function codeOf(reason: unknown): string {
  const error = reason as CodedError | null | undefined;
  const code = error?.cause?.code ?? error?.code;
  return typeof code === 'string' ? code : '';
}

/**
 * Whether a write was refused because such a row is already there. Other broken constraints are no
 * conflict: whoever tries again after one would try for ever.
 */
export function isConflict(reason: unknown): boolean {
  const message = (reason as CodedError | null)?.message ?? '';
  // Links are the writer's own business: nobody who asked for a write can mend one.
  const isUnique = /UNIQUE constraint failed: (?!links\.)/.test(message);
  return codeOf(reason).startsWith('SQLITE_CONSTRAINT') && isUnique;
}

/** What one statement can be wrong in; all else would have befallen any other write as well. */
const ofTheStatement = /^SQLITE_(CONSTRAINT|ERROR|MISMATCH|TOOBIG|RANGE|AUTH)/;

/** Whether a write failed through itself, so that others sent with it may still be taken. */
export const isOwnFault = (reason: unknown): boolean =>
  ofTheStatement.test(codeOf(reason)) ||
  reason instanceof TypeError ||
  reason instanceof RangeError;

const ofAFile = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|NOMEM|READONLY|CANTOPEN|PROTOCOL)/;

/** Whether the file of the database could not be written: locked, full, or taken away. */
export const isFileFault = (reason: unknown): boolean => ofAFile.test(codeOf(reason));

/** Whether another process held the file, or it was being written at that moment. */
export const isLocked = (reason: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(reason));

/** Thrown for a write that was not taken because too much waits, or the file stayed locked. */
export class DatabaseBusy extends Error {
  code = 'DATABASE_BUSY';
  constructor(cause?: unknown) {
    super('The database is busy.', { cause });
    this.name = 'DatabaseBusy';
  }
}

/** Whether something failed only for the moment: the same may be sent again a little later. */
export const isBusy = (reason: unknown): boolean =>
  reason instanceof DatabaseBusy ||
  (reason as CodedError | null)?.code === 'DATABASE_BUSY' ||
  isLocked(reason);
