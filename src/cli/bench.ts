import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drive, type Driven, type NextRequest } from './bench/drive.ts';
import { seedBench, type Track } from './bench/seed-bench.ts';
import { weighPage } from './bench/weigh-page.ts';

const port = 4390;
const seconds = Number(process.env['BENCH_SECONDS'] ?? 5);
const say = (words: string) => console.error(words);

async function serve(args: string[], url: string): Promise<ChildProcess> {
  const env = {
    ...process.env,
    DATABASE_URL: url,
    PORT: String(port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    SAMPLE: 'off',
    ORIGIN: '',
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

/** Resident memory of a process in MB, as the system counts it. */
const residentMb = async (child: ChildProcess) =>
  Math.round(
    Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
  );

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

const folder = await mkdtemp(join(tmpdir(), 'in-practice-bench-'));
const ours = `file:${join(folder, 'ours.db')}`;
say('Filling a database with people and attempts…');
const tracks = await seedBench(ours, Number(process.env['BENCH_PEOPLE'] ?? 900));
const measured: { ours: Driven[]; bare: Driven[] } = { ours: [], bare: [] };

say('Measuring our server…');
const server = await serve(['server.mjs'], ours);
const first = tracks[0]!;
const weight = await weighPage(port, `/attempts/${first.attemptId}`, first.cookie);
const atRest = await residentMb(server);
await drive(port, 8, 2, playing(tracks));
let underLoad = 0;
const watch = setInterval(
  () => void residentMb(server).then((mb) => (underLoad = Math.max(underLoad, mb))),
  250,
);
for (const connections of [1, 32])
  measured.ours.push(await drive(port, connections, seconds, playing(tracks)));
clearInterval(watch);
await stop(server);

say('Measuring the bare server…');
const bare = await serve(['src/cli/bench/bare-server.ts'], `file:${join(folder, 'bare.db')}`);
await drive(port, 8, 2, inserting);
for (const connections of [1, 32])
  measured.bare.push(await drive(port, connections, seconds, inserting));
await stop(bare);
await rm(folder, { recursive: true, force: true });

const ratio = (at: number) =>
  Math.round((measured.ours[at]!.perSecond / measured.bare[at]!.perSecond) * 100) / 100;
const report = {
  decisions: measured,
  ratio: { at1: ratio(0), at32: ratio(1) },
  scenePageBytes: weight,
  residentMb: { atRest, underLoad },
};
if (process.argv.includes('--json')) console.log(JSON.stringify(report, null, 2));
else {
  for (const [name, runs] of Object.entries(measured)) (console.log(name), console.table(runs));
  console.log(
    'ratio, ours to bare:',
    report.ratio,
    '\nscene page, compressed bytes:',
    weight,
    '\nresident MB:',
    report.residentMb,
  );
}
