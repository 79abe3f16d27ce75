import { statSync } from 'node:fs';
import { hostName } from '../host-name.ts';
import { readRegistry, registryFile, type Organisation } from './registry.ts';

/** For how long (ms) the file is not looked at again: an organisation added is served a moment later. */
const restMs = 1_000;

interface Known {
  file: string | undefined;
  lookedAt: number;
  changed: string;
  /** By host; nothing where the service is one organisation's. */
  byHost: ReadonlyMap<string, Organisation> | undefined;
}

let known: Known | undefined;

/** The organisations of this deployment by host, or nothing where it serves only one, without a registry. */
export function listOrganisations(): ReadonlyMap<string, Organisation> | undefined {
  const file = registryFile();
  const now = Date.now();
  if (known?.file === file && known && Math.abs(now - known.lookedAt) < restMs) return known.byHost;
  const changed = changeOf(file);
  if (known?.file !== file || known?.changed !== changed) {
    const before = known?.file === file ? known?.byHost : undefined;
    known = { file, lookedAt: now, changed, byHost: read(file, before) };
  }
  known.lookedAt = now;
  return known.byHost;
}

/**
 * A registry that has just been broken or taken away changes nothing for those that had it: without
 * one, every host would lead to one database.
 */
function read(file: string | undefined, before: Known['byHost']): Known['byHost'] {
  const registry = readRegistry(file);
  if (registry.ok && registry.value) return new Map(registry.value.map((one) => [one.host, one]));
  if (registry.ok && !before) return undefined;
  const problem = registry.ok ? `${file} has gone.` : registry.problem.line;
  if (!before) throw new Error(problem);
  console.error(`${problem} The list from before is used.`);
  return before;
}

function changeOf(file: string | undefined): string {
  const stat = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs} ${stat.size} ${stat.ino}` : '';
}

/** The organisation that a host stands for: exactly that host, never a part of its name. */
export const findOrganisation = (host: string | null | undefined): Organisation | undefined =>
  listOrganisations()?.get(hostName(host));
