import type { RateLimited } from '#domain/access/rate-limits.ts';
import { sayWait } from '../auth/say-guess.ts';

const words: Record<RateLimited, string> = {
  'ways-in': 'Too many passwords or codes from here were not right.',
  writes: 'Too much was sent from here at once. Nothing of this was kept.',
  'heavy-reads': 'Too many long pages were asked for at once.',
};

/** Says what there was too much of, and how many seconds to wait. */
export const sayTooMany = (kind: RateLimited, seconds: number): string =>
  `${words[kind]} Wait ${sayWait(seconds)}, then try again.`;
