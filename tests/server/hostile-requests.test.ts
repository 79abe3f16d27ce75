import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rateLimits, readRateFactor } from '#domain/access/rate-limits.ts';
import type { Handler } from '../../src/serve/answer-request.ts';
import { readProxies } from '../../src/serve/client-address.ts';
import { limitAddresses } from '../../src/serve/limit-addresses.ts';
import { listen, type Listening, type ListenOptions } from '../../src/serve/listen.ts';
import { sendRaw, statusesIn } from '../support/raw-request.ts';

// The door of the service, with a stub behind it: what never reaches a page is tried without one.

let folder: string;
let handled: string[];
let logged: string[];
let running: Listening | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'in-practice-hostile-'));
  mkdirSync(join(folder, 'client', '_astro'), { recursive: true });
  writeFileSync(join(folder, 'client', 'robots.txt'), 'Disallow: /\n');
  writeFileSync(join(folder, 'secret.txt'), 'the secret');
  [handled, logged, running] = [[], [], undefined];
});
afterEach(async () => {
  await running?.stop(0);
  rmSync(folder, { recursive: true, force: true });
});

/** Takes whatever comes; what is sent to /sign-in as `right` is let in. */
const takeAll: Handler = async (req, res) => {
  let body = '';
  for await (const chunk of req) body += String(chunk);
  handled.push(`${req.method} ${req.url} ${body}`);
  const isWrong = /ign-in/.test(req.url ?? '') && body !== 'right';
  res.writeHead(isWrong ? 422 : 200, { 'content-type': 'text/plain' }).end('taken');
};

async function open(options: Partial<ListenOptions> = {}) {
  const log = pino({ base: null }, { write: (line: string) => void logged.push(line) });
  const proxies = readProxies('loopback');
  if (!proxies.ok) throw new Error(proxies.problem.part);
  const at = { host: '127.0.0.1', port: 0, clientDir: join(folder, 'client') };
  const opened = await listen({ handler: takeAll, log, ...at, proxies: proxies.value, ...options });
  if (!opened.ok) throw new Error(opened.problem.line);
  running = opened.value;
  const { address } = opened.value;
  const send = (path: string, body: string, from = '203.0.113.9', more = {}) =>
    fetch(address + path, {
      method: 'POST',
      body,
      headers: { accept: 'text/html', 'x-forwarded-for': from, ...more },
    });
  return { ...opened.value, send };
}

describe('how much is taken from one address', () => {
  const statuses = async (times: number, send: () => Promise<Response>) => {
    const all: number[] = [];
    for (let time = 0; time < times; time += 1) all.push((await send()).status);
    return all;
  };

  test('wrong passwords: so many and no more, from there only, and right ones cost nothing', async () => {
    const { send } = await open({ limit: limitAddresses(0.05) });
    expect(await statuses(12, () => send('/sign-in', 'right'))).toEqual(Array(12).fill(200));
    expect(await statuses(6, () => send('/sign-in', 'wrong'))).toEqual([
      ...Array<number>(5).fill(422),
      429,
    ]);
    // Whatever way in is tried, and right or not: nothing is checked any more.
    const refused = await send('/tablet/enter?x', 'right');
    expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([
      429,
      expect.closeTo(15 * 60, -2),
    ]);
    expect(await refused.text()).toBe(
      'Too many passwords or codes from here were not right. Wait 15 minutes, then try again.\n',
    );
    expect((await send('/sign-in', 'right', '203.0.113.10')).status).toBe(200);
    // Somebody who is in already goes on as before.
    expect((await send('/api/attempts/1/moves', '')).status).toBe(200);
    const told = logged.map((line) => JSON.parse(line) as { msg: string });
    expect(told.filter(({ msg }) => msg === 'limited')).toMatchObject([
      { level: 40, kind: 'ways-in', from: '203.0.113.9' },
    ]);
  });

  test('many sent at once are all counted', async () => {
    const { send } = await open({ limit: limitAddresses(0.05) });
    const all = await Promise.all(Array.from({ length: 20 }, () => send('/sign-in', 'wrong')));
    expect(all.filter(({ status }) => status === 422)).toHaveLength(5);
  });

  test('however an address is spelt that the pages read as a way in', async () => {
    const { send } = await open({ limit: limitAddresses(0.05) });
    const spelt = ['/%73ign-in', '//sign-in', '/sign-in/', '/sign-in?next=/', '/%2573ign-in'];
    for (const path of spelt) expect((await send(path, 'wrong')).status, path).toBe(422);
    expect((await send('/sign-in', 'wrong')).status).toBe(429);
  });

  test('of IPv6 by the half that one household shares', async () => {
    const { send } = await open({ limit: limitAddresses(0.01) });
    expect((await send('/sign-in', 'wrong', '2001:db8:1:2::1')).status).toBe(422);
    expect((await send('/sign-in', 'wrong', '2001:db8:1:2:ffff::9')).status).toBe(429);
    expect((await send('/sign-in', 'wrong', '2001:db8:1:3::1')).status).toBe(422);
  });

  test('everything that is sent, with an answer for scripts; what is only read is not counted', async () => {
    const { send, address } = await open({ limit: limitAddresses(0.01) });
    expect((await statuses(13, () => send('/api/attempts/1/moves', '{}'))).at(-1)).toBe(429);
    const json = await send('/api/attempts/1/moves', '{}', undefined, {
      accept: 'application/json',
    });
    expect([json.status, await json.json()]).toEqual([
      429,
      { code: 'too-many', message: expect.stringMatching(/Wait \d+ seconds, then try again\.$/) },
    ]);
    expect((await statuses(30, () => fetch(`${address}/home`))).at(-1)).toBe(200);
  });

  test('fits a home of thirty behind one address, and is multiplied or off where that is set', () => {
    expect(rateLimits['ways-in'].times).toBeGreaterThanOrEqual(30 * 3);
    const aMinute = rateLimits.writes.times / rateLimits.writes.seconds;
    expect(aMinute).toBeGreaterThanOrEqual(30 / 1.5);
    expect(['', '2', 'off', undefined].map((text) => readRateFactor(text))).toEqual(
      [1, 2, Infinity, 1].map((value) => ({ ok: true, value })),
    );
    expect(['0', '-1', 'on', '1e9'].map((text) => readRateFactor(text).ok)).toEqual(
      Array(4).fill(false),
    );
  });
});

describe('who is slow is let go', () => {
  const patience = { headers: 150, request: 300, check: 20 };

  test('with the first lines', async () => {
    const { port } = await open({ patience });
    expect(statusesIn(await sendRaw(port, 'POST /account HTTP/1.1\r\nHost: a\r\n'))).toEqual([408]);
  });

  test('with the body', async () => {
    const { port } = await open({ patience });
    const begun = 'POST /account HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nact=';
    expect(statusesIn(await sendRaw(port, begun))).toEqual([408]);
    expect(handled).toEqual([]);
  });
});

describe('refused by the first lines', () => {
  test('a packed body is not unpacked', async () => {
    const { address } = await open();
    for (const packed of ['gzip', 'br', 'deflate', 'GZIP', 'identity, gzip']) {
      const headers = { 'content-encoding': packed };
      const body = gzipSync('x'.repeat(1_000_000));
      expect((await fetch(`${address}/account`, { method: 'POST', body, headers })).status).toBe(
        415,
      );
    }
    expect(handled).toEqual([]);
  });

  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'CONNECT'])(
    '%s',
    async (method) => {
      const { port } = await open();
      const sent = `${method} /home HTTP/1.1\r\nHost: a\r\nX-Secret: told\r\nConnection: close\r\n\r\n`;
      const answer = await sendRaw(port, sent);
      expect(answer).not.toContain('told');
      expect(statusesIn(answer)).toEqual(method === 'CONNECT' ? [] : [405]);
      expect(handled).toEqual([]);
    },
  );

  test('a name of another method in a header or a field changes nothing', async () => {
    const { send } = await open();
    await send('/account?_method=DELETE', '_method=DELETE', undefined, {
      'x-http-method-override': 'DELETE',
    });
    expect(handled).toEqual(['POST /account?_method=DELETE _method=DELETE']);
  });
});

describe('one request hidden in another', () => {
  const hidden = 'GET /hidden HTTP/1.1\r\nHost: a\r\n\r\n';
  const begin = 'POST /account HTTP/1.1\r\nHost: a\r\n';
  test.each([
    [
      'two ways to tell the length',
      `Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    [
      'the same the other way round',
      `Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n`,
    ],
    ['two lengths', `Content-Length: 0\r\nContent-Length: ${hidden.length}\r\n\r\n`],
    ['a length with a sign', `Content-Length: +0\r\n\r\n`],
    ['an encoding that is none', `Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`],
    ['chunked, but not last', `Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`],
    ['a space before the colon', `Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`],
    ['a folded line', `X: 1\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['a bare line end', `X: 1\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    [
      'a length of a chunk that is none',
      `Transfer-Encoding: chunked\r\n\r\n0x5\r\nabcde\r\n0\r\n\r\n`,
    ],
  ])('%s', async (_, rest) => {
    const { port } = await open();
    const answer = await sendRaw(port, begin + rest + hidden);
    expect(statusesIn(answer)).toEqual([400]);
    expect(handled.filter((line) => line.includes('hidden'))).toEqual([]);
  });
});

test('no way of writing a path leads out of the folder of files', async () => {
  const { port } = await open();
  const up = ['..', '%2e%2e', '.%2e', '%252e%252e', '..;', '....//..', '%c0%ae%c0%ae'];
  const slashes = ['/', '%2f', '\\', '%5c', '%252f', '/%00'];
  for (const dots of up)
    for (const slash of slashes)
      for (const before of ['/', '/_astro/', '//', '/_astro/..%2f']) {
        const path = `${before}${dots}${slash}secret.txt`;
        const answer = await sendRaw(
          port,
          `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
        );
        expect(answer, path).not.toContain('the secret');
        expect(statusesIn(answer)[0], path).toBeLessThan(500);
      }
});

test('nothing that is sent makes a line of the log of its own', async () => {
  const { port, address } = await open();
  const forged = '{"level":50,"msg":"forged"}';
  const odd = [
    `/a%0d%0a${encodeURIComponent(forged)}`,
    '/a%0aforged',
    '/%1b%5b2Jforged',
    '/a\u2028forged',
    '/"},{"msg":"forged"',
  ];
  for (const path of odd)
    await fetch(address + path, {
      headers: { 'user-agent': forged, 'x-request-id': `abcdefgh","msg":"forged` },
    });
  // A line end in a path or a header is no request at all.
  for (const text of [
    `GET /a\n${forged} HTTP/1.1\r\nHost: a\r\n\r\n`,
    `GET /a\u0000${forged} HTTP/1.1\r\nHost: a\r\n\r\n`,
    `GET /a HTTP/1.1\r\nHost: a\r\nX-Request-Id: abcdefgh\u0001${forged}\r\n\r\n`,
  ])
    expect(statusesIn(await sendRaw(port, text))).toEqual([400]);
  await expect.poll(() => logged.length).toBe(odd.length);
  const lines = logged.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ msg }) => msg)).toEqual(odd.map(() => 'request'));
  expect(logged.every((line) => line.trimEnd().split(/[\r\n]/).length === 1)).toBe(true);
  expect(lines.filter(({ id }) => String(id).includes('forged'))).toEqual([]);
});
