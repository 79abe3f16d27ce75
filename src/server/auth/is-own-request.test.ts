import { expect, test } from 'vitest';
import { isOwnRequest, type Sender } from './is-own-request.ts';

const ours = 'care.example:4321';
const cases: [string, Partial<Sender>, boolean][] = [
  ['reading from anywhere', { method: 'GET', origin: 'https://evil.example' }, true],
  ['asking for heads from anywhere', { method: 'HEAD', origin: 'https://evil.example' }, true],
  ['a preflight from anywhere', { method: 'OPTIONS', origin: 'https://evil.example' }, true],
  ['our own page', { origin: 'http://care.example:4321' }, true],
  ['our own page, behind a proxy with https', { origin: 'https://care.example:4321' }, true],
  ['our own page, in capitals', { origin: 'http://CARE.example:4321' }, true],
  ['the default port, named', { origin: 'https://care.example', host: 'care.example:443' }, true],
  ['another site', { origin: 'https://evil.example' }, false],
  ['another port', { origin: 'http://care.example:9999' }, false],
  ['a longer name', { origin: 'http://care.example:4321.evil.example' }, false],
  [
    'a name that begins like ours',
    { origin: 'https://care.example.evil.example', host: 'care.example' },
    false,
  ],
  ['a name before an @', { origin: 'http://care.example:4321@evil.example' }, false],
  ['a subdomain', { origin: 'http://x.care.example:4321' }, false],
  ['a hidden origin', { origin: 'null' }, false],
  ['a hidden origin that says it is ours', { origin: 'null', secFetchSite: 'same-origin' }, false],
  ['an empty origin', { origin: '' }, false],
  ['no origin, same site by its own word', { secFetchSite: 'same-origin' }, true],
  ['no origin, a sister site', { secFetchSite: 'same-site' }, false],
  ['no origin, another site', { secFetchSite: 'cross-site' }, false],
  ['no origin, typed in', { secFetchSite: 'none' }, false],
  ['nothing said at all', {}, false],
  ['no host', { origin: 'http://care.example:4321', host: null }, false],
  [
    'the address set for the service',
    { origin: 'https://practice.example', ownOrigin: 'https://practice.example' },
    true,
  ],
  [
    'another site, where an address is set',
    { origin: 'https://evil.example', ownOrigin: 'https://practice.example' },
    false,
  ],
  [
    'another site, where the address is nonsense',
    { origin: 'https://a.example', ownOrigin: '?' },
    false,
  ],
];

test.each(cases)('%s', (_, sender, own) => {
  const whole = { method: 'POST', origin: null, secFetchSite: null, host: ours, ...sender };
  expect(isOwnRequest(whole)).toBe(own);
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'post'])('%s is a write', (method) => {
  const sender = { method, origin: 'https://evil.example', secFetchSite: null, host: ours };
  expect(isOwnRequest(sender)).toBe(false);
});
