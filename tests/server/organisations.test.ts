import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIContext } from 'astro';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { answerMoveFast } from '#server/answer-move-fast.ts';
import { signIn } from '#server/auth/sign-in.ts';
import { askDatabases } from '#server/check-health.ts';
import { openService } from '#server/open-service.ts';
import { addOrganisation, removeOrganisation } from '#server/organisations/change-registry.ts';
import { findOrganisation } from '#server/organisations/find-organisation.ts';
import { readRegistry, type Organisation } from '#server/organisations/registry.ts';
import { onRequest } from '../../src/middleware.ts';
import { turnAwayOthers } from '../../src/serve/allowed-hosts.ts';
import { freshService, type TestService } from '../support/service.ts';
import { addWithPassword } from '../support/team.ts';

const password = 'the bus was late again';
const hosts = ['rose.example', 'elm.example'] as const;
type Host = (typeof hosts)[number];

let folder: string;
let registry: string;
const services = {} as Record<Host, TestService>;
const cookies = {} as Record<Host, string>;
const attempts = {} as Record<Host, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'in-practice-organisations-'));
  registry = join(folder, 'organisations.json');
  vi.stubEnv('ORGANISATIONS', registry);
  // The address of one of them, as it was set when there was only one.
  vi.stubEnv('ORIGIN', 'https://rose.example');
  for (const host of hosts) {
    const service = await freshService(undefined, host);
    services[host] = service;
    const added = addOrganisation(registry, { name: host, host, database: service.db.url });
    if (!added.ok) throw new Error(added.problem.line);
  }
  for (const host of hosts) {
    const { db } = await openService(host);
    // The same name and password in both: the worst case.
    await addWithPassword(db, 'sam', password, 'worker');
    const signedIn = await signIn(db, { username: 'sam', password });
    if (!signedIn.ok) throw new Error(signedIn.problem.code);
    cookies[host] = signedIn.value.session.id;
    attempts[host] = await services[host].begin(signedIn.value.person);
  }
});
afterAll(async () => {
  for (const host of hosts) {
    (await openService(host)).db.close();
    await services[host].remove();
  }
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends one request through the middleware; tells who was recognised, and in which database. */
async function ask(host: string, session: string, headers: Record<string, string> = {}) {
  const url = new URL('/account', `http://${host}`);
  const method = headers['origin'] ? 'POST' : 'GET';
  const locals = {} as App.Locals;
  const cookie = { get: () => ({ value: session }), set: () => undefined };
  const request = new Request(url, { method, headers: { host, accept: 'text/html', ...headers } });
  const context = { request, url, routePattern: '/account', params: {}, locals, cookies: cookie };
  const answer = await onRequest(context as unknown as APIContext, () =>
    Promise.resolve(new Response('entered')),
  );
  return { status: (answer as Response).status, locals };
}

const move = (host: string, session: string, attemptId: string) =>
  answerMoveFast(
    new Request(`http://${host}/api/attempts/${attemptId}/moves`, {
      method: 'POST',
      headers: {
        host,
        origin: `http://${host}`,
        cookie: `in_practice_session=${session}`,
        accept: 'application/json',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ step: 0, kind: 'decide', choice: 'ask', dwell: 5_000 }),
    }),
  );

const movesIn = async (host: Host) => (await services[host].rows('SELECT * FROM moves')).length;

describe('two organisations', () => {
  test.each([
    ['rose.example', 'elm.example'],
    ['elm.example', 'rose.example'],
  ] as const)('a session of %s opens nothing at %s', async (mine, other) => {
    const at = await ask(mine, cookies[mine]);
    expect([at.status, at.locals.db.url]).toEqual([200, services[mine].db.url]);
    // Once it is remembered at its own host, the other must not find it there.
    const there = await ask(other, cookies[mine]);
    expect([there.status, there.locals.person]).toEqual([303, null]);
    expect(there.locals.db.url).toBe(services[other].db.url);
    expect(await move(other, cookies[mine], attempts[mine])).toBeUndefined();
  });

  test('an id of one is not found at the other, nor is anything moved there', async () => {
    await ask('elm.example', cookies['elm.example']);
    const strange = await move('elm.example', cookies['elm.example'], attempts['rose.example']);
    expect(strange?.status).toBe(404);
    expect([await movesIn('rose.example'), await movesIn('elm.example')]).toEqual([0, 0]);
    const own = await move('elm.example', cookies['elm.example'], attempts['elm.example']);
    expect(own?.status).toBe(200);
    expect([await movesIn('rose.example'), await movesIn('elm.example')]).toEqual([0, 1]);
  });

  test('a page of one changes nothing at the other, also where ORIGIN names it', async () => {
    const session = cookies['elm.example'];
    const from = (origin: string) => ask('elm.example', session, { origin });
    expect((await from('https://rose.example')).status).toBe(403);
    expect((await from('https://elm.example')).status).toBe(200);
  });

  test.each(['', 'example', 'x.rose.example', 'rose.example.evil', 'rose.example.', '127.0.0.1'])(
    'a host that is not exactly one of them ("%s") leads nowhere',
    async (host) => {
      expect(findOrganisation(host)).toBeUndefined();
      await expect(openService(host)).rejects.toThrow('no organisation');
    },
  );

  test('capitals and the port make no difference', () => {
    expect(findOrganisation('ROSE.example:4321')?.host).toBe('rose.example');
    expect(turnAwayOthers(['rose.example'])('ROSE.example:4321')).toBeUndefined();
  });

  test('health is that of the one asked for, or of all that are open', async () => {
    await askDatabases('elm.example');
    await askDatabases('127.0.0.1:4321');
    const { db } = await openService('elm.example');
    const broken = vi.spyOn(db.client, 'execute').mockRejectedValue(new Error('gone'));
    onTestFinished(() => broken.mockRestore());
    await askDatabases('rose.example');
    await expect(askDatabases('elm.example')).rejects.toThrow('gone');
    await expect(askDatabases('127.0.0.1:4321')).rejects.toThrow('gone');
  });
});

describe('the list of organisations', () => {
  const one: Organisation = {
    name: 'Oak',
    host: 'oak.example',
    database: 'file:data/oak.db',
    sample: false,
  };
  const inFile = (organisations: unknown) => {
    const file = join(folder, `list-${Math.random()}.json`);
    writeFileSync(file, JSON.stringify({ organisations }));
    return file;
  };

  test.each<[string, unknown]>([
    ['two at one host', [one, { ...one, database: 'file:data/other.db' }]],
    ['two in one database', [one, { ...one, host: 'b.example' }]],
    [
      'one database, written two ways',
      [one, { ...one, host: 'b.example', database: 'file:./data/x/../oak.db' }],
    ],
    [
      'one remote database, written two ways',
      [
        { ...one, database: 'libsql://DB.example/oak' },
        { ...one, host: 'b.example', database: 'https://db.example/oak/?authToken=x' },
      ],
    ],
    [
      'two files of one name, whose backups would be mixed up',
      [one, { ...one, host: 'b.example', database: 'file:elsewhere/oak.db' }],
    ],
    ['a host with a port', [{ ...one, host: 'oak.example:80' }]],
    ['a host in capitals', [{ ...one, host: 'Oak.example' }]],
    ['a database that is none', [{ ...one, database: 'oak.db' }]],
    ['a field nobody knows', [{ ...one, admin: true }]],
    ['no list', 'oak'],
  ])('is refused with %s', (_, organisations) => {
    expect(readRegistry(inFile(organisations))).toMatchObject({ ok: false });
  });

  test('is refused where a link makes two names of one file', () => {
    writeFileSync(join(folder, 'real.db'), '');
    symlinkSync(join(folder, 'real.db'), join(folder, 'link.db'));
    const databases = ['real.db', 'link.db'].map((name, at) => ({
      ...one,
      host: `${at}.example`,
      database: `file:${join(folder, name)}`,
    }));
    expect(readRegistry(inFile(databases))).toMatchObject({
      ok: false,
      problem: { code: 'shared' },
    });
  });

  test('that cannot be read is told in a line', () => {
    expect(readRegistry(folder)).toMatchObject({ ok: false, problem: { code: 'not-a-registry' } });
  });

  test('takes nobody twice, and lets go of one without touching its database', () => {
    const file = inFile([]);
    expect(addOrganisation(file, one).ok).toBe(true);
    expect(addOrganisation(file, { ...one, database: 'file:data/b.db' }).ok).toBe(false);
    expect(addOrganisation(file, { ...one, host: 'b.example' }).ok).toBe(false);
    expect(removeOrganisation(file, 'b.example').ok).toBe(false);
    expect(removeOrganisation(file, one.host)).toEqual({ ok: true, value: one });
    expect(readRegistry(file)).toEqual({ ok: true, value: [] });
  });

  test('broken or taken away under a running service, the one from before is used', () => {
    const told = vi.spyOn(console, 'error').mockReturnValue();
    const file = inFile([one]);
    let now = Date.now();
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => (now += 5_000));
    onTestFinished(() => {
      vi.stubEnv('ORGANISATIONS', registry);
      clock.mockRestore();
      told.mockRestore();
    });
    vi.stubEnv('ORGANISATIONS', file);
    expect(findOrganisation('oak.example')).toEqual(one);
    writeFileSync(file, '{');
    expect(findOrganisation('oak.example')).toEqual(one);
    rmSync(file);
    expect(findOrganisation('oak.example')).toEqual(one);
    expect(told).toHaveBeenCalledTimes(2);
    writeFileSync(file, JSON.stringify({ organisations: [] }));
    expect(findOrganisation('oak.example')).toBeUndefined();
  });
});
