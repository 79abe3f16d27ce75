import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pino } from 'pino';
import { readRegistry } from '#server/organisations/registry.ts';
import { ok } from '../domain/result.ts';
import { turnAwayOthers, type TurnAway } from './allowed-hosts.ts';
import type { Handler } from './answer-request.ts';
import { buildIfStale } from './build-if-stale.ts';
import { limitAddresses } from './limit-addresses.ts';
import { startServiceJobs } from './jobs/start-service-jobs.ts';
import { listen } from './listen.ts';
import { gatherMetrics } from './metrics/gather-metrics.ts';
import { listenForMetrics } from './metrics/listen-for-metrics.ts';
import { prepareOrganisations } from './prepare-organisations.ts';
import { prepareService } from './prepare-service.ts';
import { readSettings, type Settings } from './read-settings.ts';

const say = (line: string) => console.log(line);

/** Brings the service up: builds if needed, prepares the database, listens, and stops on a signal. */
export async function start(): Promise<void> {
  const root = process.cwd();
  const settings = readSettings(process.env);
  if (!settings.ok) return giveUp([settings.problem.line]);
  const { host, port, https, logLevel, allowedHosts, proxies, metricsPort, rateFactor } =
    settings.value;

  const registry = readRegistry();
  if (!registry.ok) return giveUp([registry.problem.line]);

  const built = await buildIfStale(root, say);
  if (!built.ok) return giveUp([built.problem.output, 'The pages could not be built: see above.']);

  const prepared = await (registry.value
    ? prepareOrganisations(say)
    : prepareOne(settings.value, turnAwayOthers(allowedHosts)));
  if (!prepared.ok) return giveUp(prepared.problem.lines);
  const { turnAway } = prepared.value;

  const entry = pathToFileURL(join(root, 'dist', 'server', 'entry.mjs')).href;
  const { handler } = (await import(entry)) as { handler: Handler };
  const clientDir = join(root, 'dist', 'client');
  const log = pino({ level: logLevel, base: null });

  const metrics = metricsPort === undefined ? undefined : gatherMetrics();
  if (metrics && metricsPort !== undefined)
    await listenForMetrics(metrics, metricsPort).catch(() =>
      giveUp([`METRICS_PORT is ${metricsPort}, which is taken or not allowed. Choose another.`]),
    );
  const counting = metrics ? { count: metrics.count } : {};
  const limit = rateFactor === Infinity ? undefined : limitAddresses(rateFactor);
  const answering = { handler, clientDir, log, https, proxies, turnAway, limit, ...counting };
  const listening = await listen({ ...answering, host, port });
  if (!listening.ok) return giveUp([listening.problem.line]);
  for (const line of prepared.value.lines) say(line);
  say(`In Practice is running at ${listening.value.address} (to stop it: Ctrl+C)`);

  const stopJobs = startServiceJobs(log);

  // `npm start` says exec so that npm's signal reaches this process and not a shell in between (on
  // Windows, which has no exec, it falls back). The terminal may send it as well: a second means nothing.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(
      signal,
      () => void Promise.all([listening.value.stop(), stopJobs()]).then(() => process.exit(0)),
    );
  }
}

async function prepareOne(settings: Settings, turnAway: TurnAway) {
  const prepared = await prepareService(settings);
  return prepared.ok ? ok({ ...prepared.value, turnAway }) : prepared;
}

function giveUp(lines: string[]): never {
  for (const line of lines) console.error(line);
  process.exit(1);
}
