import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openDatabase } from '#db';
import { listPlayable } from '#server/content/load-version.ts';
import { readTrainingSubjects } from '#server/content/read-training-subjects.ts';
import { replayAll } from '#server/replay-all.ts';
import { buildIfStale } from '../serve/build-if-stale.ts';
import { prepareService } from '../serve/prepare-service.ts';
import { findFreePort } from './bench/find-free-port.ts';
import { seededChance } from './torture/chance.ts';
import { importerTurn, observerTurn, playerTurn, type Around } from './torture/clients.ts';
import { addSignedIn } from './torture/fill-torture.ts';
import { countLedger, emptyLedger } from './torture/ledger.ts';
import { openWire, type Wire } from './torture/send.ts';
import { verifyKept } from './torture/verify-kept.ts';
import { startVictim } from './torture/victim.ts';

const usage = `npm run torture -- --seed 7 --kills 50 --minutes 20   kills the server while people work, and checks
npm run torture -- --json                              the same, told as JSON`;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '7' },
    kills: { type: 'string', default: '50' },
    minutes: { type: 'string', default: '30' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const [seed, kills, minutes] = [values.seed, values.kills, values.minutes].map(Number);
if (values.help || ![seed, kills, minutes].every((number) => Number.isFinite(number))) {
  console.log(usage);
  process.exit(values.help ? 0 : 1);
}

const say = (line: string) => console.error(line);
const chance = seededChance(seed!);
const endsBy = Date.now() + minutes! * 60_000;
/** Every so many restarts the whole of `npm start` runs, preparing and all, on what the kill has left. */
const wholeStartEvery = 25;

const built = await buildIfStale(process.cwd(), say);
if (!built.ok) throw new Error(built.problem.output);
const folder = await mkdtemp(join(tmpdir(), 'in-practice-torture-'));
const url = `file:${join(folder, 'torture.db')}`;
say('Making a sample service to torture …');
const prepared = await prepareService({ databaseUrl: url, sample: 'small' });
if (!prepared.ok) throw new Error(prepared.problem.lines.join('\n'));

const db = await openDatabase(url);
const ledger = emptyLedger();
const faults: string[] = [];
const workers = await addSignedIn(db, 'worker', 16);
const around: Around = {
  ...{ db, ledger, chance, workers },
  slugs: (await listPlayable(db)).map(({ slug }) => slug),
  subjects: Object.keys((await readTrainingSubjects()).subjects),
  wrong: (words) => faults.push(words),
};
const turns = [
  ...workers.map((worker) => playerTurn(worker, around)),
  ...(await addSignedIn(db, 'assessor', 12)).map((one) => observerTurn(one, around)),
  ...(await addSignedIn(db, 'manager', 1)).map((one) => importerTurn(one, around)),
];

const env = {
  DATABASE_URL: url,
  PORT: String(await findFreePort()),
  ...{ HOST: '127.0.0.1', LOG_LEVEL: 'silent', SAMPLE: 'small', ORIGIN: '' },
  ...{ RATE_LIMITS: 'off', BACKUP_AT: 'off', ORGANISATIONS: 'off' },
};

/** All clients at full load until the server is gone. */
async function loadUntil(gone: () => boolean, wire: Wire) {
  const client = async (turn: (typeof turns)[number]) => {
    while (!gone()) await turn(wire);
  };
  await Promise.all(turns.map(client));
}

function acknowledgedSoFar(): number {
  const { attempts, moves, observations, training } = countLedger(ledger);
  return attempts + moves + observations + training;
}

const longestLoadMs = 15_000;
const rounds: { startMs: number; loadMs: number; acknowledged: number; faults: number }[] = [];
while (rounds.length < kills! && Date.now() < endsBy && !faults.length) {
  const isWhole = rounds.length % wholeStartEvery === 0;
  const script = isWhole ? 'server.mjs' : 'src/cli/torture/serve-built.ts';
  const victim = await startVictim(['--max-semi-space-size=16', script], env);
  const wire = openWire(Number(env.PORT));
  let isGone = false;
  const before = acknowledgedSoFar();
  const load = loadUntil(() => isGone, wire);
  // By what was acknowledged rather than by the clock: a busy machine would else be killed idle.
  const most = chance.below(400);
  const began = performance.now();
  while (acknowledgedSoFar() - before < most && performance.now() - began < longestLoadMs)
    await wait(2);
  await wait(chance.below(40));
  const loadMs = Math.round(performance.now() - began);
  await victim.kill();
  isGone = true;
  await load;
  wire.close();
  faults.push(...(await verifyKept(db, ledger)));
  const acknowledged = acknowledgedSoFar();
  rounds.push({ startMs: Math.round(victim.startMs), loadMs, acknowledged, faults: faults.length });
  say(
    `Kill ${rounds.length} after ${loadMs} ms: ${acknowledged} acknowledged, ${faults.length} wrong`,
  );
}

const { attempts, differences } = await replayAll(db);
faults.push(...differences.map(({ attemptId, message }) => `replay, ${attemptId}: ${message}`));
const { rows } = await db.client.execute('SELECT count(*) AS links FROM links');
db.close();
if (faults.length) say(`The database is kept to be looked at: ${folder}`);
else await rm(folder, { recursive: true, force: true });

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
const report = {
  ...{ seed, kills: rounds.length, asked: kills },
  acknowledged: countLedger(ledger),
  replayed: attempts,
  links: Number(rows[0]?.['links']),
  restartMs: {
    whole: median(rounds.filter((_, at) => at % wholeStartEvery === 0).map((one) => one.startMs)),
    built: median(rounds.filter((_, at) => at % wholeStartEvery > 0).map((one) => one.startMs)),
  },
  faults,
};
if (values.json) console.log(JSON.stringify(report, null, 2));
else {
  const { moves, observations, training } = report.acknowledged;
  console.log(
    `Seed ${seed}: killed ${report.kills} times while ${turns.length} people worked.`,
    `\nAcknowledged: ${report.acknowledged.attempts} attempts begun, ${moves} moves, ${observations} observations, ${training} training records.`,
    `\nReplayed: ${attempts} attempts. Chains: ${report.links} links.`,
    `\nUntil it answered again: ${report.restartMs.whole} ms whole, ${report.restartMs.built} ms without preparing (medians).`,
    faults.length
      ? `\n${faults.length} things are wrong:\n${faults.slice(0, 50).join('\n')}`
      : '\nEverything acknowledged is there exactly once, nothing is half written, all chains verify.',
  );
}
if (faults.length || rounds.length < kills!) process.exitCode = 1;
