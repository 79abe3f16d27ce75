import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drive, type Driven, type NextRequest } from './bench/drive.ts';
import { findFreePort } from './bench/find-free-port.ts';
import { cpuMicroseconds, residentMb } from './bench/process-figures.ts';
import { seedBench, type Track } from './bench/seed-bench.ts';
import { weighPage } from './bench/weigh-page.ts';

const port = await findFreePort();
const barePort = await findFreePort();
const rounds = 3;
const seconds = Number(process.env['BENCH_SECONDS'] ?? 3);
const say = (words: string) => console.error(words);

async function serve(args: string[], url: string, port: number): Promise<ChildProcess> {
  const env = {
    ...process.env,
    DATABASE_URL: url,
    PORT: String(port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    SAMPLE: 'off',
    ORIGIN: '',
    ORGANISATIONS: 'off',
    // It measures how much can be done, from one address, and not how much anybody should.
    RATE_LIMITS: 'off',
  };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended before it answered.`);
    const up = await fetch(`http://127.0.0.1:${port}/healthz`, {
      method: 'GET',
      signal: AbortSignal.timeout(500),
    }).catch(() => null);
    if (up?.ok) return child;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`${args.join(' ')} did not answer.`);
}

const stop = (child: ChildProcess) =>
  new Promise<void>((done) => {
    child.once('exit', () => done());
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 3000).unref();
  });

/** Every connection takes a track, plays it to its end, and takes the next. */
const playing = (tracks: Track[]) => (): NextRequest => {
  let track = tracks.pop();
  let step = 0;
  return () => {
    while (track && step >= track.moves.length) {
      track = tracks.pop();
      step = 0;
    }
    if (!track) return undefined;
    const move = track.moves[step]!;
    const body = JSON.stringify({ step, ...move, confidence: 'sure', dwell: 4000 });
    step += 1;
    return { path: `/api/attempts/${track.attemptId}/moves`, cookie: track.cookie, body };
  };
};

const inserting = (): NextRequest => {
  let step = 0;
  return () => ({
    path: '/',
    body: JSON.stringify({
      step: (step += 1),
      kind: 'decide',
      choice: 'sit-down',
      confidence: 'sure',
      dwell: 4000,
    }),
  });
};

interface Measured extends Driven {
  /** Processor time that the server spent on each request, whatever else the machine was doing. */
  cpuUs: number;
}

async function measure(
  child: ChildProcess,
  at: number,
  connections: number,
  start: () => NextRequest,
): Promise<Measured> {
  const before = await cpuMicroseconds(child);
  const driven = await drive(at, connections, seconds, start);
  const spent = (await cpuMicroseconds(child)) - before;
  return { ...driven, cpuUs: Math.round(spent / driven.requests) };
}

const folder = await mkdtemp(join(tmpdir(), 'in-practice-bench-'));
const ours = `file:${join(folder, 'ours.db')}`;
say('Filling a database with people and attempts…');
const tracks = await seedBench(ours, Number(process.env['BENCH_PEOPLE'] ?? 900));
const measured: { ours: Measured[]; bare: Measured[] } = { ours: [], bare: [] };

const server = await serve(['--max-semi-space-size=16', 'server.mjs'], ours, port);
const bare = await serve(
  ['src/cli/bench/bare-server.ts'],
  `file:${join(folder, 'bare.db')}`,
  barePort,
);
const first = tracks[0]!;
const weight = await weighPage(port, `/attempts/${first.attemptId}`, first.cookie);
const atRest = await residentMb(server);
let underLoad = 0;
const watch = setInterval(
  () => void residentMb(server).then((mb) => (underLoad = Math.max(underLoad, mb))),
  250,
);
say('Warming both servers…');
await drive(port, 8, 2, playing(tracks));
await drive(barePort, 8, 2, inserting);
for (const connections of [1, 32]) {
  // In turns, so that whatever else the machine does slows both alike.
  for (let round = 1; round <= rounds; round += 1) {
    say(`${connections} at a time, round ${round} of ${rounds}…`);
    measured.ours.push(await measure(server, port, connections, playing(tracks)));
    measured.bare.push(await measure(bare, barePort, connections, inserting));
  }
}
clearInterval(watch);
await Promise.all([stop(server), stop(bare)]);
await rm(folder, { recursive: true, force: true });

/** The middle of some numbers. */
const median = (numbers: number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
const summary = (runs: Measured[], connections: number) => {
  const these = runs.filter((run) => run.connections === connections);
  const of = (key: 'perSecond' | 'p50Ms' | 'p99Ms' | 'cpuUs') =>
    median(these.map((run) => run[key]));
  const refused = these.reduce((sum, run) => sum + run.refused, 0);
  return {
    connections,
    perSecond: of('perSecond'),
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    cpuUs: of('cpuUs'),
    refused,
  };
};
/** Ours to bare in each round; a round is one turn of each, next to each other in time. */
const ratios = (connections: number) =>
  measured.ours.flatMap((run, at) =>
    run.connections === connections
      ? [Math.round((run.perSecond / measured.bare[at]!.perSecond) * 100) / 100]
      : [],
  );
const report = {
  ours: [summary(measured.ours, 1), summary(measured.ours, 32)],
  bare: [summary(measured.bare, 1), summary(measured.bare, 32)],
  ratio: {
    at1: median(ratios(1)),
    at32: median(ratios(32)),
    rounds: { at1: ratios(1), at32: ratios(32) },
  },
  scenePageBytes: weight,
  residentMb: { atRest, underLoad },
};
if (process.argv.includes('--json')) console.log(JSON.stringify(report, null, 2));
else {
  console.table(report.ours);
  console.table(report.bare);
  console.log('Ratio, ours to bare:', report.ratio);
  console.log('Scene page, compressed bytes:', weight, 'Resident MB:', report.residentMb);
}
if ([...report.ours, ...report.bare].some(({ refused }) => refused)) process.exitCode = 1;
