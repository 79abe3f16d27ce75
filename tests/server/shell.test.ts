import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readAllowedHosts, turnAwayOthers } from '../../src/serve/allowed-hosts.ts';
import type { Answering, Handler } from '../../src/serve/answer-request.ts';
import { readProxies } from '../../src/serve/client-address.ts';
import { listen, type Listening } from '../../src/serve/listen.ts';

let folder: string;
let logged: string[];
let running: Listening[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'in-practice-shell-'));
  logged = [];
  running = [];
  mkdirSync(join(folder, '_astro'));
  writeFileSync(join(folder, '_astro', 'page.abc123.js'), `const a = '${'care '.repeat(600)}';`);
  writeFileSync(join(folder, 'robots.txt'), 'User-agent: *\nDisallow: /\n');
});

afterEach(async () => {
  await Promise.all(running.map((one) => one.stop(0)));
  rmSync(folder, { recursive: true, force: true });
});

const answerPage: Handler = (_req, res) => {
  res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  res.end(`<p>${'A page about people. '.repeat(200)}</p>`);
};

type Options = Partial<Omit<Answering, 'handler'>> & { port?: number };

async function tryListening(handler: Handler, options: Options = {}) {
  // A line that comes late belongs to the test whose request it was.
  const lines = logged;
  const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
  return listen({ handler, clientDir: folder, host: '127.0.0.1', port: 0, log, ...options });
}

async function startListening(
  handler: Handler = answerPage,
  options: Options = {},
): Promise<Listening> {
  const result = await tryListening(handler, options);
  if (!result.ok) throw new Error(result.problem.line);
  running.push(result.value);
  return result.value;
}

/** Writes a request by hand, for what fetch would tidy up before sending it. */
function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('behind a proxy', () => {
  const seen: unknown[] = [];
  const tell: Handler = (req, res, _next, locals) => {
    seen.push([req.headers.host, locals?.['clientAddress']]);
    res.end('told');
  };
  const forwarded = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-host': 'care.example' };

  test('a host that is not ours is answered with nothing, health apart', async () => {
    const ours = { turnAway: turnAwayOthers(['care.example']) };
    const { address } = await startListening(tell, ours);
    const answer = await fetch(`${address}/home`, { headers: forwarded });
    expect([answer.status, await answer.text()]).toEqual([
      421,
      'There is no service of that name here.\n',
    ]);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    const proxies = readProxies('loopback');
    if (!proxies.ok) throw new Error(proxies.problem.part);
    const trusting = await startListening(tell, { ...ours, proxies: proxies.value });
    expect((await fetch(`${trusting.address}/home`, { headers: forwarded })).status).toBe(200);
    expect(seen).toEqual([
      [new URL(address).host, '127.0.0.1'],
      ['care.example', '203.0.113.9'],
    ]);
  });

  test('names are told apart whatever their letters and port', () => {
    const names = readAllowedHosts({
      ALLOWED_HOSTS: ' A.example, b.example',
      ORIGIN: 'https://c.example',
    });
    expect(names).toEqual(['a.example', 'b.example', 'c.example']);
    const turnAway = turnAwayOthers(names);
    const ours = (host: string | undefined) => turnAway(host) === undefined;
    expect(['A.EXAMPLE:443', 'c.example'].map(ours)).toEqual([true, true]);
    expect(['x.a.example', 'a.example.evil', '', undefined].map(ours)).toEqual(
      Array(4).fill(false),
    );
    expect(turnAwayOthers([])('anything')).toBeUndefined();
  });
});

describe('headers', () => {
  test.each(['/home', '/robots.txt', '/_astro/page.abc123.js', '/%zz'])('on %s', async (path) => {
    const { address } = await startListening();
    const { headers } = await fetch(address + path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('insist on https only when the public address has it', async () => {
    const { address } = await startListening(answerPage, { https: true });
    const { headers } = await fetch(`${address}/home`);
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  test("a page's own content policy takes the place of ours, in one header", async () => {
    const policy = "default-src 'self'; frame-ancestors 'none'";
    const { address } = await startListening((_req, res) => {
      res.writeHead(200, { 'content-security-policy': policy });
      res.end('page');
    });
    expect((await fetch(address)).headers.get('content-security-policy')).toBe(policy);
  });

  test('pages are not kept, hashed files are kept for good, other files are asked for again', async () => {
    const { address } = await startListening();
    const kept = async (path: string) => (await fetch(address + path)).headers.get('cache-control');
    expect(await kept('/home')).toBe('no-store');
    expect(await kept('/_astro/page.abc123.js')).toBe('public, max-age=31536000, immutable');
    expect(await kept('/robots.txt')).toBe('public, no-cache');
  });

  test('a request id is taken over only when it is a plain token', async () => {
    const { address } = await startListening();
    const answered = async (id: string) =>
      (await fetch(address, { headers: { 'x-request-id': id } })).headers.get('x-request-id');
    expect(await answered('proxy-1234.5678')).toBe('proxy-1234.5678');
    expect(await answered('Ann Smith, born 1950')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

test('what a page notes is logged under the id of its request', async () => {
  const { address } = await startListening((_req, res, _next, locals) => {
    (locals!['noteError'] as (error: unknown) => void)(new TypeError('It broke.'));
    res.writeHead(500).end('sorry');
  });
  await fetch(address, { headers: { 'x-request-id': 'proxy-1234.5678' } });
  await expect.poll(() => logged.length).toBe(2);
  expect(logged.map((line) => JSON.parse(line))).toMatchObject([
    { id: 'proxy-1234.5678', msg: 'failed', error: { name: 'TypeError', message: 'It broke.' } },
    { id: 'proxy-1234.5678', status: 500 },
  ]);
});

describe('answers', () => {
  test.each(['br', 'gzip'])('are compressed with %s', async (encoding) => {
    const { address } = await startListening();
    for (const path of ['/home', '/_astro/page.abc123.js']) {
      const { headers } = await fetch(address + path, { headers: { 'accept-encoding': encoding } });
      expect(headers.get('content-encoding')).toBe(encoding);
    }
  });

  test('are left alone when small or already compressed', async () => {
    writeFileSync(join(folder, 'font.woff2'), Buffer.alloc(4000));
    const { address } = await startListening();
    for (const path of ['/robots.txt', '/font.woff2']) {
      const { headers } = await fetch(address + path);
      expect(headers.get('content-encoding')).toBeNull();
    }
  });

  test('a file is not sent again while it has not changed', async () => {
    const { address } = await startListening();
    const etag = (await fetch(`${address}/robots.txt`)).headers.get('etag') ?? '';
    const again = await fetch(`${address}/robots.txt`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  test('a post never meets a file', async () => {
    const { address } = await startListening((_req, res) => res.end('handled'));
    const answer = await fetch(`${address}/robots.txt`, { method: 'POST' });
    expect(await answer.text()).toBe('handled');
  });

  test('no path leads out of the folder', async () => {
    const { port } = await startListening((_req, res) => res.end('handled'));
    const request = 'GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';
    expect(await sendRaw(port, request)).toContain('handled');
  });

  test('a senseless range and a file that has gone do not end the service', async () => {
    const { address } = await startListening();
    const ranged = await fetch(`${address}/robots.txt`, { headers: { range: 'bytes=9-2' } });
    expect(ranged.status).toBe(200);
    rmSync(join(folder, 'robots.txt'));
    expect((await fetch(`${address}/robots.txt`)).status).toBe(500);
    expect((await fetch(`${address}/home`)).status).toBe(200);
  });

  test('a handler that throws is answered plainly, without its message', async () => {
    const { address } = await startListening(() => Promise.reject(new Error('table missing')));
    const answer = await fetch(address);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('table');
    expect(logged.join('')).toContain('table missing');
  });

  test('the handler is told the request id', async () => {
    const { address } = await startListening((_req, res, _next, locals) => {
      res.end(String(locals?.requestId));
    });
    const answer = await fetch(address, { headers: { 'x-request-id': 'proxy-1234' } });
    expect(await answer.text()).toBe('proxy-1234');
  });
});

describe('the log', () => {
  test('has one line for each request and nothing about the person', async () => {
    const { address } = await startListening();
    const answer = await fetch(`${address}/sign-in?email=ann@example.org`, {
      method: 'POST',
      headers: { cookie: 'session=secret-cookie', authorization: 'Bearer secret-token' },
      body: 'password=secret-password',
    });
    await answer.text();
    await expect.poll(() => logged.length).toBe(1);
    expect(JSON.parse(logged[0] ?? '')).toEqual({
      level: 30,
      time: expect.any(Number),
      id: answer.headers.get('x-request-id'),
      method: 'POST',
      path: '/sign-in',
      status: 200,
      ms: expect.any(Number),
      msg: 'request',
    });
    expect(logged.join('')).not.toMatch(/secret|ann@|example\.org/);
  });
});

describe('listening', () => {
  test('a taken port is named, with what to do', async () => {
    const { port } = await startListening();
    const second = await tryListening(answerPage, { port });
    expect(second.ok).toBe(false);
    if (second.ok) return;
    expect(second.problem.code).toBe('port-taken');
    expect(second.problem.line).toContain(`Port ${port}`);
    expect(second.problem.line).toContain(`PORT=${port + 1} npm start`);
  });

  test('stopping lets a request under way finish and takes no new one', async () => {
    const { address, stop } = await startListening(async (_req, res) => {
      await wait(300);
      res.end('finished');
    });
    const underWay = fetch(address).then((answer) => answer.text());
    await wait(100);
    const begun = performance.now();
    const stopped = stop();
    await expect(fetch(address)).rejects.toThrow();
    expect(await underWay).toBe('finished');
    await stopped;
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  test('stopping does not wait for a connection on which nothing happens', async () => {
    const { address, stop } = await startListening();
    await (await fetch(address)).text();
    const begun = performance.now();
    await stop();
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  test('stopping waits no longer than its limit', async () => {
    const { address, stop } = await startListening(() => new Promise(() => {}));
    const underWay = fetch(address).catch(() => 'cut off');
    await wait(100);
    const begun = performance.now();
    await stop(200);
    expect(performance.now() - begun).toBeLessThan(2000);
    expect(await underWay).toBe('cut off');
  });
});
