import { databaseUrl as readDatabaseUrl } from '#server/database-url.ts';
import { findBackupAtProblem } from '#server/keeping/backup-job.ts';
import { findRetentionProblem } from '#server/keeping/retention-job.ts';
import type { Filling } from '#server/prepare.ts';
import { readRateFactor } from '../domain/access/rate-limits.ts';
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
  /** Where this machine is told what is counted, or nothing. */
  metricsPort: number | undefined;
  /** The proxies that are believed. */
  proxies: Proxies;
  /** By how much the limits of each address are multiplied; Infinity for none. */
  rateFactor: number;
}

/** Reads what the environment asks of the service, or says in plain words what is wrong with it. */
export function readSettings(env: NodeJS.ProcessEnv): Result<Settings, { line: string }> {
  const port = Number(env.PORT || 4321);
  if (!isPort(port)) return refuse({ line: `PORT is "${env.PORT}"; ${mustBePort}` });
  const metricsPort = env.METRICS_PORT ? Number(env.METRICS_PORT) : undefined;
  if (metricsPort !== undefined && !isPort(metricsPort))
    return refuse({ line: `METRICS_PORT is "${env.METRICS_PORT}"; ${mustBePort}` });
  const logLevel = env.LOG_LEVEL || 'info';
  if (!logLevels.includes(logLevel)) {
    return refuse({
      line: `LOG_LEVEL is "${logLevel}"; it must be one of ${logLevels.join(', ')}.`,
    });
  }
  const backupProblem = findBackupAtProblem(env.BACKUP_AT);
  if (backupProblem) return refuse({ line: backupProblem });
  const retentionProblem = findRetentionProblem(env.RETENTION);
  if (retentionProblem) return refuse({ line: retentionProblem });
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
  const rateFactor = readRateFactor(env.RATE_LIMITS);
  if (!rateFactor.ok) {
    return refuse({
      line: `RATE_LIMITS is "${env.RATE_LIMITS}"; it must be off, or a number such as 2 to allow twice as much.`,
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
    metricsPort,
    proxies: proxies.value,
    rateFactor: rateFactor.value,
  });
}

const mustBePort = 'it must be a number from 1 to 65535.';
const isPort = (port: number) => Number.isInteger(port) && port >= 0 && port <= 65_535;
