import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RateLimited } from '#domain/access/rate-limits.ts';
import { makeLimiter } from '#server/limits/make-limiter.ts';
import { addressGroup } from './client-address.ts';

/** A request that is one too many: of what, until when, and whether it is the first of them. */
export interface TooMany {
  kind: RateLimited;
  seconds: number;
  isFirst: boolean;
  /** What is counted by: the address, or the part of it that one household shares. */
  from: string;
}

/** Counts a request, and tells where it is one too many from its address. */
export type LimitAddress = (
  req: IncomingMessage,
  res: ServerResponse,
  address: string,
) => Promise<TooMany | undefined>;

/** Where passwords, PINs and codes are typed. */
const wayIn = /^\/(sign-in|tablet|account)(\/|$)/;

/** A path as the pages read it: an address can be spelt in many ways. */
function plainPath(url: string): string {
  let path = url.split('?', 1)[0]!;
  for (let before = ''; before !== path;) {
    before = path;
    const single = decode(path).replaceAll(/\/{2,}/g, '/');
    path = URL.parse(single, 'http://here')?.pathname ?? single;
  }
  return path;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * Limits what is sent from each address: everything together, and what was typed wrongly at the ways
 * in. Nobody signed in is told apart here, since whoever asks can make up as many cookies as they like.
 */
export function limitAddresses(factor: number): LimitAddress {
  const [writes, waysIn] = [makeLimiter('writes', factor), makeLimiter('ways-in', factor)];
  return async (req, res, address) => {
    if (req.method === 'GET' || req.method === 'HEAD') return undefined;
    const from = addressGroup(address);
    const written = await writes.take(from);
    if (written.seconds) return { kind: 'writes', ...written, from };
    if (!wayIn.test(plainPath(req.url ?? ''))) return undefined;
    const tried = await waysIn.take(from);
    if (tried.seconds) return { kind: 'ways-in', ...tried, from };
    // Counted first and taken back after: many that are sent at once are all counted.
    res.once('finish', () => {
      if (res.statusCode < 400) void waysIn.giveBack(from);
    });
    return undefined;
  };
}
