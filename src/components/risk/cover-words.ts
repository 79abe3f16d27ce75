import type { Cover } from '#domain/risk/confirmed.ts';

/** What is said of a duty by how far it is confirmed. */
export const coverWords: Record<Cover | 'hidden', { words: string; mark: string }> = {
  confirmed: { words: 'Confirmed', mark: '' },
  due: { words: 'Confirmed, due for review', mark: 'amber' },
  nearly: { words: 'Not confirmed yet', mark: 'amber' },
  not: { words: 'Not confirmed yet', mark: 'amber' },
  hidden: { words: 'Hidden until you sign', mark: '' },
};

/** What is said of a delegated task by the dates of its sign-off. */
export const signOffWords = {
  live: { words: 'Sign-off is live', mark: '' },
  'review-near': { words: 'Review is near', mark: 'amber' },
  lapsed: { words: 'Sign-off lapsed', mark: 'harm' },
  ended: { words: 'Ended', mark: '' },
} as const;
