import { databaseUrl as readDatabaseUrl } from '#server/database-url.ts';
import type { Filling } from '#server/prepare.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { readAllowedHosts } from './allowed-hosts.ts';
import { readProxies, type Proxies } from './client-address.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

const samples: readonly Filling[] = ['off', 'small', 'year'];

export interface Settings {
  host: string;
  port: number;
  databaseUrl: string;
  sample: Filling;
  /** True when the public address is https, so that browsers may be told to insist on it. */
  https: boolean;
  logLevel: string;
  /** The names that it answers to; none for every name. */
  allowedHosts: string[];
  /** The proxies that are believed. */
  proxies: Proxies;
}

/** Reads what the environment asks of the service, or says in plain words what is wrong with it. */
export function readSettings(env: NodeJS.ProcessEnv): Result<Settings, { line: string }> {
  const port = Number(env.PORT || 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return refuse({ line: `PORT is "${env.PORT}"; it must be a number from 1 to 65535.` });
  }
  const logLevel = env.LOG_LEVEL || 'info';
  if (!logLevels.includes(logLevel)) {
    return refuse({
      line: `LOG_LEVEL is "${logLevel}"; it must be one of ${logLevels.join(', ')}.`,
    });
  }
  const asked = env.SAMPLE?.toLowerCase() || 'on';
  const sample = asked === 'on' ? 'year' : samples.find((one) => one === asked);
  if (!sample) {
    return refuse({ line: `SAMPLE is "${env.SAMPLE}"; it must be one of ${samples.join(', ')}.` });
  }
  const proxies = readProxies(env.TRUST_PROXY);
  if (!proxies.ok) {
    return refuse({
      line: `TRUST_PROXY has "${proxies.problem.part}" in it; it takes addresses such as 10.0.0.5, ranges such as 10.0.0.0/8, loopback and private, with commas between.`,
    });
  }
  return ok({
    host: env.HOST || '127.0.0.1',
    port,
    databaseUrl: readDatabaseUrl(env),
    sample,
    https: env.ORIGIN?.startsWith('https://') ?? false,
    logLevel,
    allowedHosts: readAllowedHosts(env),
    proxies: proxies.value,
  });
}
