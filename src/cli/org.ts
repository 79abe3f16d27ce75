import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import {
  addOrganisation,
  checkNewOrganisation,
  removeOrganisation,
} from '#server/organisations/change-registry.ts';
import { readRegistry, registryFile } from '#server/organisations/registry.ts';
import { prepareDatabases } from '../serve/prepare-service.ts';
import type { Said } from './people.ts';

const usage = `npm run org -- add --name "…" --host … --database … [--sample]   makes its database ready and serves it
npm run org -- list                                              lists who is served
npm run org -- remove --host …                                   serves it no longer; its database stays`;

const said = (...lines: string[]): Said => ({ lines, failed: false });
const failed = (...lines: string[]): Said => ({ lines, failed: true });

/** Adds an organisation: first its database is made ready, then its host is answered. */
export async function addOrg(
  file: string,
  sent: { name?: string; host?: string; database?: string; sample?: boolean },
): Promise<Said> {
  const checked = checkNewOrganisation(file, sent);
  if (!checked.ok) return failed(checked.problem.line);
  const { name, host, database, sample } = checked.value;
  const prepared = await prepareDatabases([
    { databaseUrl: database, sample: sample ? 'small' : 'off' },
  ]);
  if (!prepared.ok) return failed(...prepared.problem.lines);
  const [{ ready, lines } = { ready: false, lines: [] }] = prepared.value;
  if (!ready) return failed(...lines);
  mkdirSync(dirname(file), { recursive: true });
  const added = addOrganisation(file, checked.value);
  if (!added.ok) return failed(added.problem.line);
  return said(
    `${name} is served at ${host}, from ${withoutToken(database)}.`,
    ...(sample
      ? lines
      : [
          'Add its first manager:',
          `DATABASE_URL=${withoutToken(database)} npm run people -- add-manager`,
        ]),
  );
}

/** Lists the organisations that are served. */
export function listOrgs(file: string): Said {
  const registry = readRegistry(file);
  if (!registry.ok) return failed(registry.problem.line);
  if (!registry.value)
    return said('There is no list of organisations: one is served, from DATABASE_URL.');
  const width = Math.max(0, ...registry.value.map(({ host }) => host.length));
  return said(
    ...registry.value.map(
      ({ host, name, database, sample }) =>
        `${host.padEnd(width)}  ${name}${sample ? ' (a sample)' : ''}  ${withoutToken(database)}`,
    ),
  );
}

/** Serves an organisation no longer. */
export function removeOrg(file: string, host: string | undefined): Said {
  const removed = removeOrganisation(file, host ?? '');
  if (!removed.ok) return failed(removed.problem.line);
  const { name, database } = removed.value;
  return said(
    `${name} is no longer served. Its database stays as it is: ${withoutToken(database)}`,
  );
}

const withoutToken = (url: string) => url.replace(/([?&]authToken=)[^&]*/, '$1…');

async function run(verb: string, rest: string[]): Promise<Said> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: rest,
    options: { name: text, host: text, database: text, sample: { type: 'boolean' } },
  });
  const file = registryFile();
  if (file === undefined) return failed('ORGANISATIONS is off: name the file of the list in it.');
  if (verb === 'add') return addOrg(file, values);
  return verb === 'list' ? listOrgs(file) : removeOrg(file, values.host);
}

if (import.meta.main) {
  const [verb = '', ...rest] = process.argv.slice(2);
  const known = ['add', 'list', 'remove'].includes(verb);
  const outcome = known
    ? await run(verb, rest).catch((reason: unknown) =>
        failed(reason instanceof Error ? reason.message : String(reason)),
      )
    : failed(usage);
  for (const line of outcome.lines) (outcome.failed ? console.error : console.log)(line);
  process.exitCode = outcome.failed ? 1 : 0;
}
