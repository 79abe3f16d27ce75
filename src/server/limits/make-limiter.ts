import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { multiplied, rateLimits, type RateLimited } from '#domain/access/rate-limits.ts';

/** What counting once more came to: nothing to wait for, or seconds, and whether it is the first refusal. */
export interface Taken {
  seconds: number;
  isFirst: boolean;
}

/** Counts by a name: an address, or the id of a person. */
export interface Limiter {
  take(name: string): Promise<Taken>;
  /** Takes one back: what was done is not to be counted after all. */
  giveBack(name: string): Promise<void>;
}

/**
 * Makes a limiter of one kind. It counts in the memory of this process: a restart begins anew, which
 * nobody from outside can cause, and several processes count each for itself.
 */
export function makeLimiter(kind: RateLimited, factor: number): Limiter {
  if (factor === Infinity) return unlimited;
  const { times, seconds } = multiplied(rateLimits[kind], factor);
  const limiter = new RateLimiterMemory({ points: times, duration: seconds });
  return {
    async take(name) {
      try {
        await limiter.consume(name);
        return free;
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        return {
          seconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)),
          isFirst: refused.consumedPoints === times + 1,
        };
      }
    },
    giveBack: async (name) => void (await limiter.reward(name)),
  };
}

const free: Taken = { seconds: 0, isFirst: false };

const unlimited: Limiter = {
  take: () => Promise.resolve(free),
  giveBack: () => Promise.resolve(),
};
