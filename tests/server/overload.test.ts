import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { DatabaseBusy } from '#db/faults.ts';
import { answerBusy, busySeconds, busyWords, isBusy } from '#server/limits/answer-busy.ts';
import type { Handler } from '../../src/serve/answer-request.ts';
import { countLaps, lateMs } from '../../src/serve/laps.ts';
import { limitLoad } from '../../src/serve/limit-load.ts';
import { listen } from '../../src/serve/listen.ts';

async function listenFor(handler: Handler, most: number, laps = countLaps()) {
  const folder = mkdtempSync(join(tmpdir(), 'in-practice-overload-'));
  const log = pino({ level: 'silent' });
  const takeIn = limitLoad(most, laps);
  const started = await listen({
    ...{ handler, clientDir: folder, log, takeIn },
    ...{ host: '127.0.0.1', port: 0 },
  });
  if (!started.ok) throw new Error(started.problem.line);
  onTestFinished(async () => {
    await started.value.stop(0);
    rmSync(folder, { recursive: true, force: true });
  });
  return started.value.address;
}

test('past capacity the rest are told at once to try again, those taken are answered, and it recovers', async () => {
  const waiting: (() => void)[] = [];
  const written: string[] = [];
  const address = await listenFor((req, res) => {
    if (req.url === '/healthz') return void res.end('ok');
    waiting.push(() => {
      written.push(req.url!);
      res.end('kept');
    });
  }, 3);
  const ask = (path: string, accept = 'text/html') =>
    fetch(address + path, { method: 'POST', headers: { accept } });
  const taken = ['/1', '/2', '/3'].map((path) => ask(path));
  while (waiting.length < 3) await new Promise((done) => setTimeout(done, 2));

  const page = await ask('/4');
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, String(busySeconds)]);
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(await page.text()).toContain(busyWords);
  const json = await ask('/5', 'application/json');
  expect([json.status, await json.json()]).toEqual([503, { code: 'busy', message: busyWords }]);
  expect((await fetch(`${address}/healthz`)).status).toBe(200);

  for (const answer of waiting.splice(0)) answer();
  expect((await Promise.all(taken)).map(({ status }) => status)).toEqual([200, 200, 200]);
  // Once more: three are let in again, and those that were turned away wrote nothing.
  const again = ['/6', '/7', '/8'].map((path) => ask(path));
  while (waiting.length < 3) await new Promise((done) => setTimeout(done, 2));
  for (const answer of waiting.splice(0)) answer();
  expect((await Promise.all(again)).map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(written).toEqual(['/1', '/2', '/3', '/6', '/7', '/8']);
});

test('while it is behind with what came, what comes is turned away at once; then it takes people in', async () => {
  let time = 0;
  const laps = countLaps(() => time);
  const address = await listenFor((_req, res) => void res.end('here'), 1_000, laps);
  const ask = async (path = '/') => (await fetch(address + path)).status;
  expect(await Promise.all(Array.from({ length: 150 }, () => ask()))).not.toContain(503);
  time += 2 * lateMs;
  laps.tick();
  expect([await ask(), await ask('/healthz')]).toEqual([503, 200]);
  laps.tick();
  expect(await ask()).toBe(200);
});

test('somebody who leaves before the answer makes room for the next', async () => {
  const address = await listenFor((req, res) => {
    if (req.url === '/next') res.end('here');
  }, 1);
  const leaving = new AbortController();
  const left = fetch(`${address}/slow`, { signal: leaving.signal }).catch(() => 'left');
  await new Promise((done) => setTimeout(done, 30));
  expect((await fetch(`${address}/next`)).status).toBe(503);
  leaving.abort();
  expect(await left).toBe('left');
  let status = 503;
  for (let tries = 0; status === 503 && tries < 200; tries += 1)
    ({ status } = await fetch(`${address}/next`));
  expect(status).toBe(200);
});

test('a database that is busy is no fault of ours, and said so to a script and to people', async () => {
  expect(isBusy(new DatabaseBusy())).toBe(true);
  expect(isBusy(new Error('other'))).toBe(false);
  const page = answerBusy(new Headers({ accept: 'text/html' }));
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, String(busySeconds)]);
  const json = answerBusy(new Headers({ accept: 'application/json' }));
  expect(await json.json()).toEqual({ code: 'busy', message: busyWords });
});
