import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rateLimits } from '#domain/access/rate-limits.ts';
import { readBody } from '#server/read-body.ts';
import { readForm } from '#server/read-form.ts';
import { samplePassphrase } from '#server/sample/passphrase.ts';
import { faultsIn, leaks } from '../support/faults.ts';
import { soundForms } from '../support/poor-fields.ts';
import { sendRaw, statusesIn } from '../support/raw-request.ts';
import { startSignedInCast, type SignedInCast } from '../support/signed-in-cast.ts';
import { visit } from '../support/visitor.ts';

// The running service, with its limits as they come and behind a proxy that is believed.

let cast: SignedInCast;
beforeAll(async () => {
  cast = await startSignedInCast({ RATE_LIMITS: '1', TRUST_PROXY: 'loopback', LOG_LEVEL: 'info' });
}, 240_000);
afterAll(() => cast.stop());

const sessionOf = (headers: Headers) =>
  headers.getSetCookie().find((one) => one.startsWith('in_practice_session='));
const signIn = (headers: Record<string, string> = {}, path = '/sign-in') =>
  visit(cast.service.address).post(path, { username: 'ravi', password: samplePassphrase }, headers);

describe('a session', () => {
  test('is a new one at each sign-in: nobody can be given one beforehand', async () => {
    const planted = 'in_practice_session=planted-by-somebody-else-before-the-sign-in';
    const first = sessionOf((await signIn({ cookie: planted })).headers)!;
    const [id, ...attributes] = first.split('; ');
    expect(id).toMatch(/^in_practice_session=[a-z0-9]{32,}$/);
    expect(attributes.toSorted()).toEqual(['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Lax']);
    const cookie = first.split(';')[0]!;
    const second = sessionOf((await signIn({ cookie })).headers)!.split(';')[0]!;
    expect(second).not.toBe(cookie);
    const home = (asked: string) => cast.as.stranger.get('/home', { cookie: asked });
    expect([(await home(cookie)).status, (await home(second)).status]).toEqual([303, 200]);
    expect((await home(planted)).status).toBe(303);
  });

  test('stolen from the database opens nothing', async () => {
    const stored = await cast.one('SELECT id_hash FROM sessions LIMIT 1');
    const cookie = `in_practice_session=${stored}`;
    expect((await cast.as.stranger.get('/home', { cookie })).goes).toMatch(/^\/sign-in/);
  });

  test('ends by a form of ours and by nothing else', async () => {
    for (const path of ['/sign-out', '/sign-out?_method=POST'])
      expect((await cast.as.self.get(path, { 'x-http-method-override': 'POST' })).status).toBe(404);
    expect((await cast.as.self.get('/home')).status).toBe(200);
  });
});

describe('nobody is led away', () => {
  test.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    '/..//evil.example',
    '/%0d%0aLocation:%20//evil.example',
    '/@evil.example',
    '.evil.example',
  ])('by next=%j', async (next) => {
    const { goes } = await signIn({}, `/sign-in?next=${encodeURIComponent(next)}`);
    const leads = new URL(goes!, 'https://care.example');
    expect(leads.origin).toBe('https://care.example');
    expect(goes).not.toMatch(/^\/[/\\]|\s/);
  });

  test('by the name that was asked for', async () => {
    const { port } = new URL(cast.service.address);
    for (const head of [
      'GET /home HTTP/1.1\r\nHost: evil.example',
      'GET /home HTTP/1.1\r\nHost: a\r\nX-Forwarded-Host: evil.example',
    ]) {
      const answer = await sendRaw(Number(port), `${head}\r\nConnection: close\r\n\r\n`);
      expect(answer).toMatch(/^location: \/sign-in\?next=%2Fhome\r$/im);
      expect(answer).not.toContain('evil');
    }
    const absolute =
      'GET http://evil.example/home HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';
    expect(statusesIn(await sendRaw(Number(port), absolute))).toEqual([400]);
  });
});

describe('more than was asked', () => {
  /** What decides about people, and when: no form of ours sends it where somebody else is to decide. */
  const marker = 'd3adbeef-0000-7000-8000-00000000feed';
  const never = '1987-06-05T04:03:02.001Z';
  const extra: Record<string, string> = {
    ...{ personId: marker, ownPersonId: marker, by: marker, actorId: marker, assessorId: marker },
    ...{ signedBy: marker, recordedBy: marker, workerId: marker, sessionId: marker, id: marker },
    ...{ attemptId: marker, serviceId: marker, passwordHash: marker, person_id: marker },
    ...{ at: never, signedAt: never, createdAt: never, finishedAt: never, decidedAt: never },
    ...{ leftAt: never, holdsFrom: never, adoptedAt: never, left_at: never, signed_at: never },
  };
  const rights: Record<string, string> = { role: 'manager', everywhere: 'on', temporary: '0' };
  const standing = (which = 'true') =>
    cast.one(
      `SELECT group_concat(id || role || everywhere || coalesce(left_at, ''), ';') FROM (SELECT * FROM people WHERE ${which} ORDER BY id)`,
    );

  test('is left out of account by every form', async () => {
    const before = await standing();
    const ids = await cast.one('SELECT group_concat(id) FROM people');
    for (const [who, path, fixed, sound] of soundForms) {
      const own = Object.entries({ ...fixed, ...sound }).map(([name, value]) => [
        name,
        cast.fill(value),
      ]);
      const fields = { ...extra, ...rights, ...Object.fromEntries(own) } as Record<string, string>;
      expect((await cast.as[who].post(cast.fill(path), fields)).status, path).toBeLessThan(500);
    }
    const move = { kind: 'find', step: 0, choice: 'read-plan', ...extra, ...rights };
    expect((await cast.as.self.postJson(cast.fill('/api/attempts/:open/moves'), move)).status).toBe(
      200,
    );
    const added = { name: 'New', username: 'new.one', role: 'worker', category: 'CWP-NTC' };
    const { status } = await cast.as.manager.post('/team/new', {
      ...{ ...extra, ...added, startedOn: '2026-01-05', services: cast.fill(':service') },
    });
    expect(status).toBe(200);
    const known = `id IN (${ids
      .split(',')
      .map((id) => `'${id}'`)
      .join()})`;
    expect(await standing(known)).toBe(before);
    // Whoever was added by one of these forms is what the form said, and that is a worker.
    expect(await standing(`NOT ${known}`)).toMatch(/^([0-9a-f-]{36}worker0;?)+$/);
  }, 60_000);

  test('stands in no table', async () => {
    const { rows } = await cast.db.client.execute(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    );
    expect(rows.length).toBeGreaterThan(40);
    for (const { name } of rows) {
      const all = await cast.db.client.execute(`SELECT * FROM "${String(name)}"`);
      const told = JSON.stringify(all.rows.map((row) => ({ ...row })));
      expect(told.includes(marker) || told.includes(never), String(name)).toBe(false);
    }
  });

  test('a field that is named as a part of all objects changes none of them', async () => {
    const poisoned =
      '{"__proto__":{"step":0,"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    const json = new Request('http://a/', {
      method: 'POST',
      body: poisoned,
      headers: { 'content-type': 'application/json' },
    });
    const body = await readBody(json);
    expect([body['step'], body['polluted'], Object.getPrototypeOf(body)]).toEqual([
      undefined,
      undefined,
      Object.prototype,
    ]);
    const names = [
      '__proto__',
      '__proto__[polluted]',
      'constructor.prototype.polluted',
      'toString',
    ];
    const form = new Request('http://a/', {
      method: 'POST',
      body: new URLSearchParams(names.map((name) => [name, 'poison'])),
    });
    const field = await readForm(form.clone());
    expect([field('polluted'), field('__proto__'), field('valueOf')]).toEqual(['', 'poison', '']);
    expect((await readBody(form))['polluted']).toBeUndefined();
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    // And the process that answers everybody is as it was.
    await cast.as.self.send(cast.fill('/api/attempts/:open/moves'), {
      method: 'POST',
      body: poisoned,
      headers: { 'content-type': 'application/json', origin: cast.service.address },
    });
    expect((await cast.as.other.post(cast.fill('/scenarios/nowhere'))).status).toBe(404);
  });
});

describe('a body', () => {
  test('that is too long is refused though it does not say how long it is, and the next is heard', async () => {
    const { port } = new URL(cast.service.address);
    const chunk = `8000\r\n${'x'.repeat(0x8000)}\r\n`;
    const head = `POST /sign-in HTTP/1.1\r\nHost: a\r\nOrigin: http://a\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n`;
    const next = 'GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';
    const chunks = Array<string>(10).fill(chunk);
    const field = '9\r\npassword=\r\n';
    const answer = await sendRaw(Number(port), head + field, ...chunks, `0\r\n\r\n${next}`);
    const [first = 0, ...rest] = statusesIn(answer);
    expect(first).toBeGreaterThanOrEqual(400);
    expect(first).toBeLessThan(500);
    // Answered on the same connection, or not at all because it was closed: never left waiting.
    expect([[], [200]]).toContainEqual(rest);
    expect((await cast.as.self.get('/home')).status).toBe(200);
  });

  test('that is packed is not unpacked', async () => {
    const { status } = await cast.as.self.send('/account', {
      method: 'POST',
      body: gzipSync('x'.repeat(10_000_000)),
      headers: { 'content-encoding': 'gzip', origin: cast.service.address },
    });
    expect(status).toBe(415);
  });

  test.each([
    ['quotes', '"'.repeat(40_000)],
    ['commas', `user,subject,completed\n${','.repeat(40_000)}`],
    ['lines', 'a,b,c\n'.repeat(8_000)],
    ['one long heading', 'x'.repeat(100_000)],
    ['many headings', Array.from({ length: 9_000 }, (_, n) => `c${n}`).join(',')],
    ['zeros', '\u0000'.repeat(30_000)],
  ])(
    'that is a file of nothing but %s is refused and no fault',
    async (_, text) => {
      for (const path of ['/training/import', '/import'])
        for (const act of [{}, { do: 'apply' }]) {
          const answered = await cast.as.manager.post(path, { ...act, text });
          expect(answered.status, path).toBeLessThan(500);
          expect(answered.body).not.toMatch(leaks);
        }
    },
    60_000,
  );
});

test('names of all kinds make no line of the log, and are not told in it', async () => {
  const forged = 'nobody\r\n{"level":50,"msg":"forged-line"}';
  await cast.as.stranger.post('/sign-in', { username: forged, password: 'typed-password' });
  await cast.as.stranger.get(`/%0d%0a${encodeURIComponent('{"msg":"forged-line"}')}`);
  const lines = cast.service
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  expect(lines.length).toBeGreaterThan(50);
  const told = lines.map((line) => JSON.parse(line) as { msg: string });
  expect(told.filter(({ msg }) => msg.includes('forged'))).toEqual([]);
  expect(cast.service.output()).not.toMatch(/typed-password|nobody/);
});

describe('how often', () => {
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const last = async (times: number, send: () => Promise<{ status: number }>) => {
    const all = [];
    for (let time = 0; time < times; time += 1) all.push((await send()).status);
    return all.slice(-2);
  };

  test('wrong tries from one address stop there, and nowhere else', async () => {
    const wrong = (address: string) =>
      visit(cast.service.address).post('/sign-in', { username: '' }, from(address));
    const { times } = rateLimits['ways-in'];
    expect(await last(times + 1, () => wrong('198.51.100.7'))).toEqual([422, 429]);
    expect((await signIn(from('198.51.100.7'))).status).toBe(429);
    expect((await signIn(from('198.51.100.8'))).status).toBe(303);
  }, 60_000);

  test('pages that cost much, by one person, wherever they ask from', async () => {
    const { times } = rateLimits['heavy-reads'];
    const pack = '/pack/nothing.csv';
    expect(await last(times + 1, () => cast.as.other.get('/pack/nothing.csv'))).toEqual([404, 429]);
    const refused = await cast.as.other.get(pack, from('198.51.100.9'));
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await cast.as.other.get('/home')).status).toBe(200);
    expect((await cast.as.self.get(pack)).status).toBe(404);
  }, 60_000);
});

test('after all that the service still answers, and has no fault in its log', async () => {
  expect((await cast.as.self.get('/home')).status).toBe(200);
  expect(faultsIn(cast.service.output())).toEqual([]);
});
