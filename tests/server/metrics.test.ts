import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Database } from '#db';
import { signIn } from '#server/auth/sign-in.ts';
import { openService } from '#server/open-service.ts';
import { gatherMetrics } from '../../src/serve/metrics/gather-metrics.ts';
import { listenForMetrics } from '../../src/serve/metrics/listen-for-metrics.ts';
import { routeClass } from '../../src/serve/metrics/route-class.ts';
import { freshDatabase } from '../support/database.ts';
import { addWithPassword } from '../support/team.ts';

let db: Database;
let port: number;
let remove: () => Promise<void>;
const metrics = gatherMetrics();

beforeAll(async () => {
  const fresh = await freshDatabase();
  vi.stubEnv('DATABASE_URL', fresh.db.url);
  // As a page has opened it.
  ({ db } = await openService());
  const listening = await listenForMetrics(metrics, 0);
  port = listening.port;
  remove = async () => {
    listening.stop();
    db.close();
    await fresh.remove();
  };
});
afterAll(async () => {
  await remove();
  vi.unstubAllEnvs();
});

const ask = async (path = '/metrics', method = 'GET') => {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method });
  return { status: answer.status, text: await answer.text() };
};

/** What is told, as numbers by name and labels. */
async function told(): Promise<Record<string, number>> {
  const lines = (await ask()).text.split('\n').filter((line) => line && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
  );
}

test('requests are counted by classes of routes, without any id or name', async () => {
  const id = '0191d7a0-1111-7000-8000-00000000abcd';
  metrics.count({ method: 'GET', path: `/people/${id}`, status: 200, ms: 30 });
  metrics.count({ method: 'GET', path: '/people/amina', status: 404, ms: 3 });
  metrics.count({ method: 'POST', path: `/api/attempts/${id}/moves`, status: 200, ms: 3 });
  metrics.count({ method: 'BREW', path: '/wp-login.php', status: 404, ms: 3 });
  const all = await told();
  const counted = (labels: string) => all[`in_practice_request_seconds_count{${labels}}`];
  expect([
    counted('route="/people/*",method="GET",status="2xx"'),
    counted('route="/people/*",method="GET",status="4xx"'),
    counted('route="/api/attempts/*",method="POST",status="2xx"'),
    counted('route="other",method="other",status="4xx"'),
  ]).toEqual([1, 1, 1, 1]);
  const under = 'in_practice_request_seconds_bucket{le="0.025",route="/people/*",method="GET"';
  expect([all[`${under},status="2xx"}`], all[`${under},status="4xx"}`]]).toEqual([0, 1]);
  expect(all).toHaveProperty('nodejs_eventloop_lag_p99_seconds');
  expect((await ask()).text).not.toMatch(/amina|0191d7a0|wp-login/);
});

test.each([
  ['/', '/'],
  ['/home/', '/home'],
  ['/_astro/page.abc.js', '/_astro/*'],
  ['/team/new', '/team/new'],
  ['/team/somebody/else', '/team/*'],
  ['/constructor', 'other'],
  ['/peoples/1', 'other'],
  ['', 'other'],
])('%s is counted as %s', (path, expected) => {
  expect(routeClass(path)).toBe(expected);
});

test('the writer, sessions and jobs of the open database are told', async () => {
  const before = await told();
  const job = (name: string, said: string) => ({
    sql: 'INSERT INTO job_runs VALUES (?, ?, ?)',
    args: [name, '2026-11-20T02:00:00.000Z', said],
  });
  await Promise.all([
    db.write([job('backup', 'Copied.')]),
    db.write([job('retention', 'failed')]),
    db.write([job('checkpoint', 'running: someone')]),
  ]);
  await addWithPassword(db, 'sam', 'the bus was late again', 'worker');
  await signIn(db, { username: 'sam', password: 'the bus was late again' });
  const after = await told();
  const grown = (name: string) => (after[name] ?? 0) - (before[name] ?? 0);
  const { rows } = await db.client.execute('SELECT count(*) AS open FROM sessions');
  expect(grown('in_practice_sessions')).toBeGreaterThan(0);
  expect(after['in_practice_sessions']).toBe(rows[0]!['open']);
  expect(grown('in_practice_writes_total')).toBeGreaterThanOrEqual(5);
  expect(grown('in_practice_write_transactions_total')).toBeLessThan(
    grown('in_practice_writes_total'),
  );
  expect(after['in_practice_writes_waiting']).toBe(0);
  const lastSuccess = (name: string) =>
    after[`in_practice_job_last_success_seconds{job="${name}"}`];
  expect(['backup', 'retention', 'checkpoint'].map(lastSuccess)).toEqual([
    Date.parse('2026-11-20T02:00:00.000Z') / 1000,
    0,
    0,
  ]);
});

test('nothing else is answered there, and a port that is taken is told', async () => {
  expect([(await ask('/')).status, (await ask('/metrics', 'POST')).status]).toEqual([404, 404]);
  await expect(listenForMetrics(metrics, port)).rejects.toThrow('EADDRINUSE');
});
