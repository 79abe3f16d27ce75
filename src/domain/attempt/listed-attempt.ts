import type { Attempt } from './attempt.ts';

/** As much of an attempt as a list shows: not how far it has come, which is no part of a past day. */
export type ListedAttempt = Pick<Attempt, 'id' | 'mode' | 'startedAt' | 'finishedAt'>;
