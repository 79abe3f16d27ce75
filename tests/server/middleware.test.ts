import type { APIContext, MiddlewareNext } from 'astro';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#db';
import type { Role } from '#domain/access/person.ts';
import { hashId } from '#server/auth/hash-id.ts';
import { signIn } from '#server/auth/sign-in.ts';
import { openService } from '#server/open-service.ts';
import { onRequest } from '../../src/middleware.ts';
import { freshDatabase } from '../support/database.ts';
import { addSomebody, addWithPassword } from '../support/team.ts';

let db: Database;
let remove: () => Promise<void>;
const password = 'the bus was late again';
const ids: Partial<Record<Role | 'newcomer', string>> = {};

beforeAll(async () => {
  const fresh = await freshDatabase();
  process.env['DATABASE_URL'] = fresh.db.url;
  db = (await openService()).db;
  remove = async () => {
    db.close();
    await fresh.remove();
  };
  for (const role of ['worker', 'assessor', 'manager'] as const) {
    await addWithPassword(db, role, password, role);
    ids[role] = await open(role, password);
  }
  const { code } = await addSomebody(db, 'newcomer');
  ids.newcomer = await open('newcomer', code);
});
afterAll(async () => {
  delete process.env['DATABASE_URL'];
  await remove();
});

async function open(username: string, tried: string) {
  const result = await signIn(db, { username, password: tried });
  if (!result.ok) throw new Error('not signed in');
  return result.value.session.id;
}

interface Asked {
  pattern?: string;
  method?: string;
  cookie?: string | undefined;
  headers?: Record<string, string>;
  answer?: Response;
  fails?: Error;
  locals?: Partial<App.Locals>;
}

/** Sends one request through the middleware, as Astro would; `entered` tells whether a page was asked. */
async function ask(path: string, asked: Asked = {}) {
  const url = new URL(path, 'http://ours.example');
  const headers = { host: 'ours.example', accept: 'text/html', ...asked.headers };
  const locals = { ...asked.locals } as App.Locals;
  const set: [string, string][] = [];
  const context = {
    request: new Request(url, { method: asked.method ?? 'GET', headers }),
    url,
    routePattern: asked.pattern ?? url.pathname,
    params: {},
    locals,
    cookies: {
      get: () => (asked.cookie === undefined ? undefined : { value: asked.cookie }),
      set: (name: string, value: string) => set.push([name, value]),
    },
  } as unknown as APIContext;
  let entered = false;
  const next: MiddlewareNext = () => {
    entered = true;
    if (asked.fails) return Promise.reject(asked.fails);
    return Promise.resolve(
      asked.answer ?? new Response('<p>', { headers: { 'content-type': 'text/html' } }),
    );
  };
  const response = (await onRequest(context, next)) as Response;
  return { response, entered, locals, set, goes: response.headers.get('location') };
}

const own = { origin: 'http://ours.example' };

describe('strangers', () => {
  test('are sent to sign in, and back to where they were going', async () => {
    const { response, entered, goes } = await ask('/team?sort=name', { pattern: '/team' });
    expect([response.status, entered, goes]).toEqual([
      303,
      false,
      '/sign-in?next=%2Fteam%3Fsort%3Dname',
    ]);
  });

  test('are told so in JSON where they ask for JSON', async () => {
    const { response } = await ask('/account', { headers: { accept: 'application/json' } });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'signed-out' });
  });

  test('reach the sign-in page as nobody, with the database at hand', async () => {
    const { entered, locals } = await ask('/sign-in');
    expect(entered).toBe(true);
    expect(locals.db).toBe(db);
    expect([locals.person, locals.session, locals.sample]).toEqual([null, null, false]);
  });

  test('lose a cookie that opens nothing', async () => {
    const { entered, set } = await ask('/account', { cookie: 'made-up' });
    expect([entered, set]).toEqual([false, [['in_practice_session', '']]]);
  });
});

describe('somebody signed in', () => {
  test('is known to the page, which no browser keeps', async () => {
    const { response, locals, set } = await ask('/account', { cookie: ids.worker });
    expect(locals).toMatchObject({ person: { username: 'worker' }, session: { id: ids.worker } });
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(set).toEqual([]);
  });

  test('may keep a picture for as long as it says', async () => {
    const headers = { 'content-type': 'image/svg+xml', 'cache-control': 'private, max-age=86400' };
    const answer = new Response('<svg/>', { headers });
    const asked = { pattern: '/portraits/[seed]', cookie: ids.worker, answer };
    const { response } = await ask('/portraits/a', asked);
    expect(response.headers.get('cache-control')).toBe('private, max-age=86400');
  });

  test('is sent the cookie again when the session is renewed', async () => {
    const id = await open('worker', password);
    const end = new Date(Date.now() + 3_600_000).toISOString();
    const sql = 'UPDATE sessions SET expires_at = ? WHERE id_hash = ?';
    await db.write([{ sql, args: [end, hashId(id)] }]);
    expect((await ask('/account', { cookie: id })).set).toEqual([['in_practice_session', id]]);
    expect((await ask('/account', { cookie: id })).set).toEqual([]);
  });

  test.each([
    ['/team', 'worker', 404],
    ['/team/new', 'worker', 404],
    ['/team/new', 'assessor', 404],
    ['/team/new', 'manager', 200],
    ['/team', 'assessor', 200],
    ['/nowhere', 'manager', 404],
  ] as const)('%s for a %s: %d', async (path, role, status) => {
    const { response, entered } = await ask(path, { cookie: ids[role] });
    expect([response.status, entered]).toEqual([status, status === 200]);
  });

  test('with a joining code can only choose a password', async () => {
    const cookie = ids.newcomer;
    const page = await ask('/account', { cookie });
    expect([page.entered, page.goes]).toEqual([false, '/account/first-password?next=%2Faccount']);
    const headers = { ...own, accept: 'application/json' };
    const json = await ask('/api/attempts/a', {
      cookie,
      headers,
      method: 'POST',
      pattern: '/api/attempts/[id]',
    });
    expect([json.entered, json.response.status]).toEqual([false, 403]);
    expect((await ask('/account/first-password', { cookie })).entered).toBe(true);
  });
});

describe('a page that fails', () => {
  const fails = new Error('It broke.');

  test('is noted under its request, and Astro shows the page for that', async () => {
    const noted: unknown[] = [];
    const locals = { noteError: (error: unknown) => void noted.push(error) };
    const { response } = await ask('/account', { cookie: ids.worker, fails, locals });
    expect([response.status, response.body, noted]).toEqual([500, null, [fails]]);
  });

  test('fails as before where nobody notes it, and where it is the page for that', async () => {
    await expect(ask('/account', { cookie: ids.worker, fails })).rejects.toBe(fails);
    const locals = { noteError: () => {} };
    await expect(ask('/500', { fails, locals })).rejects.toBe(fails);
  });
});

describe('writes', () => {
  const post = (headers: Record<string, string>) =>
    ask('/account', { method: 'POST', cookie: ids.worker, headers });

  test('from our own page are let in', async () => {
    expect((await post(own)).entered).toBe(true);
  });

  test.each([
    ['another site', { origin: 'https://elsewhere.example' }],
    [
      'another site, in JSON',
      { origin: 'https://elsewhere.example', 'content-type': 'application/json' },
    ],
    ['nowhere that is said', {}],
  ])('from %s change nothing', async (_, headers: Record<string, string>) => {
    const { response, entered, locals } = await post(headers);
    expect([response.status, entered, locals]).toEqual([403, false, {}]);
    expect(await response.text()).toContain('nothing was changed');
  });
});

test('health is asked without a session being read', async () => {
  const { entered, locals } = await ask('/healthz', { cookie: ids.worker });
  expect([entered, locals]).toEqual([true, {}]);
});
