import type { IncomingMessage } from 'node:http';
import type { TurnAway } from './allowed-hosts.ts';

/** What is answered to a request that nothing behind the door should see. */
export interface Refused {
  status: number;
  text: string;
  headers?: Record<string, string>;
}

/**
 * The pages read no more of a body than this (astro.config.mjs). The rest of a longer one would stay in
 * the connection, and the next request on it would wait for ever.
 */
const longestBody = 131_072;

const methods = ['GET', 'HEAD', 'POST'];

/** Why a request is refused by its first lines alone, or nothing where it is let in. */
export function refuseAtTheDoor(
  { method = '', url, headers }: IncomingMessage,
  turnAway: TurnAway,
): Refused | undefined {
  // Astro, too, decodes the address, and fails on one that is not well formed.
  if (!url?.startsWith('/') || !isDecodable(url) || !isHost(headers.host))
    return { status: 400, text: 'This address is not well formed.' };
  if (!methods.includes(method))
    return {
      status: 405,
      text: 'Nothing here is done in this way.',
      headers: { Allow: methods.join(', ') },
    };
  // Whoever watches over it asks by the address of the machine.
  const away = url === '/healthz' ? undefined : turnAway(headers.host);
  if (away) return away;
  // Nothing is unpacked: a small body could stand for a very long one.
  if ((headers['content-encoding'] ?? 'identity') !== 'identity')
    return { status: 415, text: 'Send this as it is, not packed.' };
  if (Number(headers['content-length']) > longestBody)
    return { status: 413, text: 'This is too long to be taken in. Shorten it and try again.' };
  return undefined;
}

function isDecodable(url: string): boolean {
  try {
    decodeURI(url);
    return true;
  } catch {
    return false;
  }
}

/** A name or number and a port; anything else in its place makes no address. */
const isHost = (host = '') =>
  /^[\w.:[\]-]*$/.test(host) && URL.canParse(`http://${host || 'none'}`);
