import type { AlertState } from '#domain/risk/alert-state.ts';

/** What each state of an alert is called, and how it is marked. */
export const alertStateWords: Record<AlertState | 'hidden', { words: string; mark: string }> = {
  open: { words: 'Open, nobody owns it', mark: 'amber' },
  overdue: { words: 'Overdue', mark: 'harm' },
  taken: { words: 'Taken on', mark: '' },
  'cause-gone': { words: 'Cause over, to be closed', mark: 'amber' },
  'closed-cause-stands': { words: 'Closed, cause still there', mark: '' },
  closed: { words: 'Closed', mark: '' },
  hidden: { words: 'Hidden until you sign', mark: '' },
};
