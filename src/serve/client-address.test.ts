import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { addressGroup, clientAddress, isFromProxy, readProxies } from './client-address.ts';
import { believeProxy } from './believe-proxy.ts';

const proxiesOf = (text: string) => {
  const read = readProxies(text);
  if (!read.ok) throw new Error(read.problem.part);
  return read.value;
};
const asked = (remoteAddress: string | undefined, headers: Record<string, string> = {}) =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage;

describe('the address of a client', () => {
  test.each([
    ['nobody is believed by default', '', '127.0.0.1', '203.0.113.9', '127.0.0.1'],
    ['a proxy on this machine', 'loopback', '127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['in the IPv6 dress of IPv4', 'loopback', '::ffff:127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['somebody else', 'loopback', '203.0.113.1', '203.0.113.9', '203.0.113.1'],
    ['made up on the left', 'loopback', '::1', '1.1.1.1, 203.0.113.9', '203.0.113.9'],
    ['two proxies', 'loopback, 10.0.0.0/8', '::1', '1.1.1.1, 203.0.113.9, 10.1.2.3', '203.0.113.9'],
    ['all of them ours', 'private,loopback', '::1', '10.0.0.7', '10.0.0.7'],
    ['with a port', 'loopback', '::1', '203.0.113.9:5123', '203.0.113.9'],
    ['IPv6 in brackets', 'loopback', '::1', '[2001:DB8::7]:443', '2001:db8::7'],
    ['not an address', 'loopback', '127.0.0.1', "203.0.113.9, '; DROP", '127.0.0.1'],
    ['nothing said', 'loopback', '127.0.0.1', '', '127.0.0.1'],
  ])('%s', (_, trusted, remote, forwarded, expected) => {
    const req = asked(remote, { 'x-forwarded-for': forwarded });
    expect(clientAddress(req, proxiesOf(trusted))).toBe(expected);
  });

  test('is unknown where the connection has gone', () => {
    expect(clientAddress(asked(undefined), proxiesOf('loopback'))).toBe('unknown');
  });

  test.each(['everyone', '10.0.0.0/99', '10.0.0.0/x', '300.1.1.1', '10.0.0.0/'])(
    'TRUST_PROXY=%s is refused',
    (text) => {
      expect(readProxies(`loopback,${text}`)).toEqual({ ok: false, problem: { part: text } });
    },
  );

  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('%s is counted as %s', (address, group) => {
    expect(addressGroup(address)).toBe(group);
  });
});

describe('what a proxy says', () => {
  const said = {
    host: 'inside:4321',
    'x-forwarded-host': 'care.example',
    'x-forwarded-proto': 'https',
    forwarded: 'host=evil.example',
  };

  test('is the host where it is believed', () => {
    const req = asked('127.0.0.1', { ...said });
    expect(isFromProxy(req, proxiesOf('loopback'))).toBe(true);
    believeProxy(req, proxiesOf('loopback'));
    expect(req.headers).toEqual({ host: 'care.example' });
  });

  test('is taken away where it is not', () => {
    const req = asked('203.0.113.5', { ...said, 'x-forwarded-for': '1.1.1.1' });
    expect(believeProxy(req, proxiesOf('loopback'))).toBe('203.0.113.5');
    expect(req.headers).toEqual({ host: 'inside:4321' });
  });
});
