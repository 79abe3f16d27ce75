import { hostName } from '#server/host-name.ts';
import { findOrganisation, listOrganisations } from '#server/organisations/find-organisation.ts';
import type { Organisation } from '#server/organisations/registry.ts';
import { ok, type Result } from '../domain/result.ts';
import { unknownHost, type TurnAway } from './allowed-hosts.ts';
import { prepareDatabases } from './prepare-service.ts';

/** After how long a database that could not be readied is tried again. */
const againMs = 5 * 60_000;

const resting = {
  status: 503,
  text: 'This service is not ready yet. Please try again in a few minutes.',
} as const;

/** What to say at the start, and which hosts are turned away from then on. */
export interface PreparedOrganisations {
  lines: string[];
  turnAway: TurnAway;
}

/**
 * Readies the databases of many organisations, one after the other. One that cannot be readied is
 * turned away with a word of patience and tried again from time to time; the others are served.
 */
export async function prepareOrganisations(
  say: (line: string) => void,
): Promise<Result<PreparedOrganisations, { lines: string[] }>> {
  const organisations = [...(listOrganisations()?.values() ?? [])];
  const late = new Set<string>();
  const first = await prepareSome(organisations, late);
  if (!first.ok) return first;

  const again = setInterval(() => {
    if (!late.size) return;
    const left = organisations.filter(({ host }) => late.has(host));
    void prepareSome(left, late).then((tried) => {
      for (const line of tried.ok ? tried.value : tried.problem.lines) say(line);
    }, console.error);
  }, againMs);
  again.unref();

  const turnAway: TurnAway = (host) => {
    if (!findOrganisation(host)) return unknownHost;
    return late.has(hostName(host)) ? resting : undefined;
  };
  return ok({ lines: first.value, turnAway });
}

/** Readies some of them, notes which are late, and says of each that is. */
async function prepareSome(
  organisations: readonly Organisation[],
  late: Set<string>,
): Promise<Result<string[], { lines: string[] }>> {
  const databases = organisations.map(({ database, sample }) => ({
    databaseUrl: database,
    sample: sample ? ('small' as const) : ('off' as const),
  }));
  const prepared = await prepareDatabases(databases);
  if (!prepared.ok) return prepared;
  const lines: string[] = [];
  for (const [at, { host, name }] of organisations.entries()) {
    const { ready = false, lines: why = [] } = prepared.value[at] ?? {};
    if (ready) late.delete(host);
    else {
      late.add(host);
      lines.push(`${name} (${host}) is not ready: ${why.join(' ')}`);
    }
  }
  return ok(lines);
}
