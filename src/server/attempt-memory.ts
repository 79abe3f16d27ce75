import type { Attempt } from '#domain/attempt/attempt.ts';
import type { Database } from '#db';

/** Attempts remembered: a few kilobytes each, and more than are played at once in a large service. */
const most = 2_000;

const memories = new WeakMap<Database, Map<string, Attempt>>();

function memoryOf(db: Database): Map<string, Attempt> {
  const known = memories.get(db) ?? new Map<string, Attempt>();
  memories.set(db, known);
  return known;
}

/**
 * The attempt as its last move here left it, where that is the very step asked for. It may be out of
 * date, since another process may have moved it on: then the unique step refuses the write, and the
 * attempt is read again. Never use it for anything but making a move.
 */
export function recallAttempt(
  db: Database,
  attemptId: string,
  personId: string,
  step: number,
): Attempt | undefined {
  const attempt = memoryOf(db).get(attemptId);
  return attempt?.personId === personId && attempt.step === step ? attempt : undefined;
}

/** Remembers an attempt after a move; one that is over needs no remembering. */
export function rememberAttempt(db: Database, attempt: Attempt): void {
  const memory = memoryOf(db);
  memory.delete(attempt.id);
  if (attempt.finishedAt) return;
  const oldest = memory.size >= most ? memory.keys().next().value : undefined;
  if (oldest !== undefined) memory.delete(oldest);
  memory.set(attempt.id, attempt);
}

/** Forgets an attempt that turned out to stand elsewhere. */
export const forgetAttempt = (db: Database, attemptId: string): boolean =>
  memoryOf(db).delete(attemptId);
