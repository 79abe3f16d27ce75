import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { findJobRun, openDatabase, type Database } from '#db';
import { runDueJobs, type Job } from '#server/jobs/run-due-jobs.ts';
import { backupJob, findBackupAtProblem } from '#server/keeping/backup-job.ts';
import { startJobs } from '#server/jobs/start-jobs.ts';
import { describeError } from '../../src/serve/describe-error.ts';
import { lookForJobs } from '../../src/serve/jobs/look-for-jobs.ts';
import { serviceJobs } from '../../src/serve/jobs/service-jobs.ts';
import { freshDatabase } from '../support/database.ts';

let db: Database;
let other: Database;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ db, remove } = await freshDatabase());
  other = await openDatabase(db.url);
});
afterAll(() => {
  other.close();
  return remove();
});
afterEach(() => db.write(['DELETE FROM job_runs']));

/** A job that counts how often it was run. */
function counting(name = 'count', more: Partial<Job> = {}) {
  const job: Job & { times: number } = {
    name,
    everyHours: 24,
    times: 0,
    run() {
      job.times += 1;
      return Promise.resolve(`run ${job.times}`);
    },
    ...more,
  };
  return job;
}

const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour)).toISOString();

test('a job is run when it is due, and what it said is kept', async () => {
  const job = counting();
  expect(await runDueJobs(db, [job], at(1))).toEqual([{ name: 'count', said: 'run 1' }]);
  expect(await runDueJobs(db, [job], at(24))).toEqual([]);
  expect(await runDueJobs(db, [job], at(25))).toEqual([{ name: 'count', said: 'run 2' }]);
  expect(await findJobRun(db, 'count')).toEqual({ ranAt: at(25), said: 'run 2', state: 'done' });
});

test('of many processes that look at the same time, one runs it', async () => {
  const job = counting();
  for (const hour of [1, 25, 49])
    await Promise.all([db, other, db, other].map((one) => runDueJobs(one, [job], at(hour))));
  expect(job.times).toBe(3);
});

test('while one process runs it, another leaves it alone', async () => {
  const inside: unknown[] = [];
  const job = counting('slow', {
    run: async () => {
      inside.push(await runDueJobs(other, [job], at(1)));
      return 'done';
    },
  });
  expect(await runDueJobs(db, [job], at(1))).toEqual([{ name: 'slow', said: 'done' }]);
  expect(inside).toEqual([[]]);
});

test('a job that fails stops no other, and is tried again after an hour', async () => {
  const error = new Error('no room');
  const failing = counting('fails', { run: () => Promise.reject(error) });
  const job = counting();
  expect(await runDueJobs(db, [failing, job], at(1))).toEqual([
    { name: 'fails', error },
    { name: 'count', said: 'run 1' },
  ]);
  expect(await runDueJobs(db, [failing, job], at(2))).toEqual([{ name: 'fails', error }]);
});

test('a run whose process died is taken over, and its late end changes nothing', async () => {
  let end = (_said: string) => {};
  const dead = counting('dead', { run: () => new Promise((done) => (end = done)) });
  const never = runDueJobs(db, [dead], at(1));
  await new Promise((done) => setTimeout(done, 50));
  expect((await findJobRun(db, 'dead'))?.state).toBe('running');
  const alive = counting('dead');
  expect(await runDueJobs(other, [alive], at(2))).toEqual([{ name: 'dead', said: 'run 1' }]);
  end('too late');
  await never;
  expect((await findJobRun(db, 'dead'))?.said).toBe('run 1');
});

test('started jobs are run by themselves until they are stopped', async () => {
  const job = counting();
  const told: string[] = [];
  let looks = 0;
  const stop = startJobs({
    look: async () => {
      looks += 1;
      if (looks === 2) throw new Error('no database');
      return runDueJobs(db, [job]);
    },
    note: ({ name, said, error }) => told.push(`${name}: ${said ?? (error as Error).message}`),
    firstMs: 0,
    everyMs: 1,
  });
  while (looks < 3) await new Promise((done) => setTimeout(done, 5));
  await stop();
  expect(told).toEqual(['count: run 1', 'jobs: no database']);
});

test('what is due is run in a process of its own, and none is started where nothing is', async () => {
  const own = await mkdtemp(join(tmpdir(), 'in-practice-jobs-'));
  onTestFinished(() => rm(own, { recursive: true, force: true }));
  vi.stubEnv('BACKUP_DIR', own);
  vi.stubEnv('BACKUP_AT', '00:00');
  onTestFinished(() => void vi.unstubAllEnvs());
  const { signal } = new AbortController();
  // One that cannot be read comes first: it keeps no other from its jobs, and is told of.
  const unreadable = `file:${own}/nowhere/in.db`;
  const [bad, ...done] = await lookForJobs([unreadable, db.url], serviceJobs(), signal);
  expect(bad?.name).toBe('jobs');
  expect(describeError(bad?.error).message).toMatch(/nowhere.*\(.*unable to open/i);
  expect(done.map(({ name, error }) => [name, error])).toEqual(
    serviceJobs().map(({ name }) => [name, undefined]),
  );
  expect((await readdir(own)).map((name) => name.replace(/^.*\./, '')).sort()).toEqual([
    'db',
    'json',
  ]);
  expect(await lookForJobs([db.url], serviceJobs(), signal)).toEqual([]);
});

test('a process of the jobs that dies is told of, unless the service stopped it', async () => {
  // Dies when it is given its work, as one that has no memory left would.
  const dying = "process.once('message',()=>process.kill(process.pid,'SIGKILL'))";
  vi.stubEnv('NODE_OPTIONS', `--import=data:text/javascript,${dying}`);
  onTestFinished(() => void vi.unstubAllEnvs());
  const { signal } = new AbortController();
  const [died, ...more] = await lookForJobs([db.url], serviceJobs(), signal);
  expect([died?.name, describeError(died?.error).message, more]).toEqual([
    'jobs',
    'The process of the jobs was ended by SIGKILL',
    [],
  ]);
  const stopping = new AbortController();
  const stopped = lookForJobs([db.url], serviceJobs(), stopping.signal);
  setTimeout(() => stopping.abort(), 20);
  expect(await stopped).toEqual([]);
});

test('when backups are taken is said in a time of day, or off', () => {
  const ask = (value?: string) => backupJob(value === undefined ? {} : { BACKUP_AT: value });
  expect([ask()?.dailyAt, ask('23:59')?.dailyAt, ask('off')]).toEqual([
    '02:00',
    '23:59',
    undefined,
  ]);
  expect(['', 'off', '00:00'].map(findBackupAtProblem)).toEqual([undefined, undefined, undefined]);
  expect(findBackupAtProblem('24:00')).toContain('a time of day');
});
