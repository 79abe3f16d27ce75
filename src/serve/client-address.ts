import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { ok, refuse, type Result } from '../domain/result.ts';

/** The proxies whose word about a request is believed. */
export type Proxies = Pick<BlockList, 'check'>;

const named: Record<string, string[]> = {
  loopback: ['127.0.0.0/8', '::1'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

/**
 * Reads TRUST_PROXY: addresses, ranges (`10.0.0.0/8`), `loopback` and `private`, with commas between.
 * With nothing in it, nobody is believed. The problem names the part that is none of these.
 */
export function readProxies(text = ''): Result<Proxies, { part: string }> {
  const proxies = new BlockList();
  const parts = text.split(',').map((part) => part.trim());
  for (const part of parts.flatMap((one) => named[one] ?? (one ? [one] : []))) {
    const [address = '', bits] = part.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    const length = Number(bits ?? (family === 'ipv6' ? 128 : 32));
    const fits = /^\d+$/.test(bits ?? '0') && length <= (family === 'ipv6' ? 128 : 32);
    if (!isIP(address) || !fits) return refuse({ part });
    proxies.addSubnet(address, length, family);
  }
  return ok(proxies);
}

/** Whether a request was handed on by a proxy that is believed. */
export const isFromProxy = (req: IncomingMessage, proxies: Proxies): boolean =>
  isAmong(proxies, plainAddress(req.socket.remoteAddress) ?? '');

/**
 * The address that a request came from: of the connection, or, where that is a believed proxy, the
 * nearest one in X-Forwarded-For that is not. What stands further left was written by whoever asked,
 * and could say anything. `unknown` once the connection has gone.
 */
export function clientAddress(req: IncomingMessage, proxies: Proxies): string {
  let address = plainAddress(req.socket.remoteAddress) ?? 'unknown';
  const said = [req.headers['x-forwarded-for'] ?? []].flat().join(',').split(',').reverse();
  for (const one of said) {
    const before = plainAddress(one);
    if (!before || !isAmong(proxies, address)) break;
    address = before;
  }
  return address;
}

/**
 * What to count attempts by: an IPv4 address as it is; of IPv6 the first 64 bits, since one household
 * or phone has all the addresses that begin so.
 */
export function addressGroup(address: string): string {
  if (!isIPv6(address)) return address;
  const [front = '', back] = address.split('%')[0]!.split('::');
  const left = front ? front.split(':') : [];
  const right = back ? back.split(':') : [];
  const zeros = back === undefined ? 0 : 8 - left.length - right.length;
  const all = [...left, ...Array<string>(zeros).fill('0'), ...right];
  const first = all.slice(0, 4).map((part) => parseInt(part, 16).toString(16));
  return `${first.join(':')}::/64`;
}

const isAmong = (proxies: Proxies, address: string): boolean =>
  isIP(address) !== 0 && proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/** An address without brackets, port, zone or the IPv6 dress of an IPv4 one; nothing for anything else. */
function plainAddress(text = ''): string | undefined {
  const trimmed = text.trim();
  const bare = /^\[(.+)\](?::\d+)?$/.exec(trimmed)?.[1] ?? trimmed;
  const portless = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(bare)?.[1] ?? bare;
  const address = portless
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/%.*$/, '');
  return isIP(address) ? address : undefined;
}
