/**
 * Where an alert stands. `cause-gone` was taken on and its cause is over: it waits for its outcome.
 * `closed-cause-stands` was closed while its cause still stood, and says so until it is over.
 */
export type AlertState =
  'open' | 'overdue' | 'taken' | 'cause-gone' | 'closed-cause-stands' | 'closed';

/** As much of what was decided about an alert as its state needs. */
interface Decided {
  dueOn: string;
  outcome: string | null;
  at: string;
}

/**
 * The state of an alert from its cause and what was decided about it, the oldest first. Closed, it
 * opens again when its cause has gone and come back, or something new of its kind has happened since.
 */
export function alertState(
  stands: boolean,
  decided: readonly Decided[],
  today: string,
  recursSince: (closedAt: string) => boolean,
): AlertState {
  const last = decided.at(-1);
  if (!last) return stands ? 'open' : 'closed';
  if (last.outcome === null) {
    if (!stands) return 'cause-gone';
    return last.dueOn < today ? 'overdue' : 'taken';
  }
  if (!stands) return 'closed';
  return recursSince(last.at) ? 'open' : 'closed-cause-stands';
}

const byPress: readonly AlertState[] = [
  'open',
  'overdue',
  'cause-gone',
  'taken',
  'closed-cause-stands',
  'closed',
];

/** How soon an alert in this state calls for somebody: 0 is first. */
export const pressOf = (state: AlertState): number => byPress.indexOf(state);
