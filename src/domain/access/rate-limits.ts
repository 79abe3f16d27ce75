import { ok, refuse, type Result } from '../result.ts';

/** So many times within so many seconds, counted from the first of them. */
export interface RateLimit {
  times: number;
  seconds: number;
}

/**
 * How often the same may be done from one address or by one person. A home shares one address: thirty
 * people who come on shift together must all get in, and all may play at once.
 */
export const rateLimits = {
  /**
   * Passwords, PINs and codes that were wrong, from one address. Right ones are not counted, so a whole
   * home may sign in; three mistakes each for thirty people fit. Whoever tries one password on many
   * names gets through ten thousand a day and no more, and each name slows down after five of them.
   */
  'ways-in': { times: 100, seconds: 15 * 60 },
  /** Everything sent from one address: thirty people who each make a move every second and a half. */
  writes: { times: 1200, seconds: 60 },
  /** Pages and files gathered from many records, by one person: two a second, longer than anybody reads. */
  'heavy-reads': { times: 120, seconds: 60 },
} as const satisfies Record<string, RateLimit>;

export type RateLimited = keyof typeof rateLimits;

/**
 * Reads by how much all limits are multiplied: 1 unless told, `off` for none at all (as Infinity). For
 * an organisation with more people behind one address, or for a machine that plays by itself.
 */
export function readRateFactor(text = '1'): Result<number, { text: string }> {
  if (text === 'off') return ok(Infinity);
  const factor = Number(text || '1');
  return factor > 0 && factor <= 1000 ? ok(factor) : refuse({ text });
}

/** A limit multiplied by what is set; never less than once. */
export const multiplied = ({ times, seconds }: RateLimit, factor: number): RateLimit => ({
  times: Math.max(1, Math.round(times * factor)),
  seconds,
});
