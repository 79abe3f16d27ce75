import type { IncomingMessage } from 'node:http';
import { clientAddress, isFromProxy, type Proxies } from './client-address.ts';

/**
 * Settles once what a proxy said of a request: answers with the address it came from, puts the host
 * that was asked for in its place, and takes every forwarding header away, so that nothing behind here
 * can believe one that anybody may have written.
 */
export function believeProxy(req: IncomingMessage, proxies: Proxies): string {
  const { headers } = req;
  const address = clientAddress(req, proxies);
  const host = [headers['x-forwarded-host'] ?? []].flat()[0];
  if (host && isFromProxy(req, proxies)) headers.host = host;
  for (const name of Object.keys(headers))
    if (name === 'forwarded' || name.startsWith('x-forwarded-')) delete headers[name];
  return address;
}
