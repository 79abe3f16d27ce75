import type { Attempt } from './attempt.ts';

/** Attempts as they stood at a time: those begun by then, and what ended later had not ended. */
export const attemptsAsOf = <One extends Pick<Attempt, 'startedAt' | 'finishedAt'>>(
  attempts: readonly One[],
  at: string,
): One[] =>
  attempts
    .filter(({ startedAt }) => startedAt <= at)
    .map((one) =>
      one.finishedAt !== null && one.finishedAt > at ? { ...one, finishedAt: null } : one,
    );
