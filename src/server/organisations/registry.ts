import { readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ok, refuse, type Result } from '#domain/result.ts';

/** One organisation: whose it is, the host it is reached by, and the database that holds it alone. */
export const Organisation = z.strictObject({
  name: z.string().trim().min(1, 'give it a name').max(200, 'give it a shorter name'),
  host: z
    .string()
    .regex(
      /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/,
      'write the host in small letters, without https:// and without a port',
    ),
  database: z
    .string()
    .regex(
      /^(file:.|libsql:\/\/.|https?:\/\/.)/,
      'begin the database with file:, libsql: or https:',
    ),
  /** Whether it is a made-up service to try things in. */
  sample: z.boolean().default(false),
});
export type Organisation = z.infer<typeof Organisation>;

const Registry = z.strictObject({ organisations: z.array(Organisation) });

/** Why a registry cannot be used, in plain words. */
export type RegistryProblem = { code: 'not-a-registry' | 'shared'; line: string };

/** Where the registry lies: ORGANISATIONS names the file, and `off` says that there is none. */
export function registryFile(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env['ORGANISATIONS'] || 'data/organisations.json';
  return named === 'off' ? undefined : resolve(named);
}

/**
 * Reads the registry. Nothing where there is no file: then the service is one organisation's, in the
 * database of DATABASE_URL. Refused where two share a host or a database, since the people of one
 * would then find the records of the other.
 */
export function readRegistry(
  file = registryFile(),
): Result<readonly Organisation[] | undefined, RegistryProblem> {
  if (file === undefined) return ok(undefined);
  const text = readIfThere(file);
  if (!text.ok) return text;
  if (text.value === undefined) return ok(undefined);
  const parsed = Registry.safeParse(readJson(text.value));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const line = `${file} is not a list of organisations: ${issue?.path.join('.')}: ${issue?.message}.`;
    return refuse({ code: 'not-a-registry', line });
  }
  const { organisations } = parsed.data;
  for (const [at, one] of organisations.entries()) {
    const what = findShared(one, organisations.slice(0, at));
    if (!what) continue;
    const line = `${file}: ${one.name} has the ${what} of another organisation.`;
    return refuse({ code: 'shared', line });
  }
  return ok(organisations);
}

/** What an organisation would share with one of others, and may not; nothing where all is its own. */
export function findShared(
  one: Organisation,
  others: readonly Organisation[],
): 'host' | 'database' | 'name of the database file' | undefined {
  if (others.some(({ host }) => host === one.host)) return 'host';
  const which = whichDatabase(one.database);
  const databases = others.map(({ database }) => database);
  if (databases.some((database) => whichDatabase(database) === which)) return 'database';
  // Backups are told apart by it, also where all of them go into one folder.
  const isFile = (database: string) => database.startsWith('file:');
  const files = databases.filter(isFile).map((database) => basename(whichDatabase(database)));
  return isFile(one.database) && files.includes(basename(which))
    ? 'name of the database file'
    : undefined;
}

/** Writes the registry whole: whoever reads it meanwhile finds the old or the new one, never a part. */
export function writeRegistry(file: string, organisations: readonly Organisation[]): void {
  const draft = `${file}.${process.pid}.new`;
  // It may hold the tokens of remote databases.
  writeFileSync(draft, `${JSON.stringify({ organisations }, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

/** What a URL leads to, however it is written: two URLs of one database give the same. */
export function whichDatabase(url: string): string {
  if (!url.startsWith('file:')) {
    const { host, pathname } = new URL(url);
    return `${host.toLowerCase()}${pathname.replace(/\/+$/, '')}`;
  }
  const written = url.startsWith('file://') ? fileURLToPath(url.split('?')[0]!) : url.slice(5);
  const path = resolve(written.split('?')[0]!);
  try {
    return realpathSync(path);
  } catch {
    return join(realFolder(dirname(path)), basename(path));
  }
}

function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

function readIfThere(file: string): Result<string | undefined, RegistryProblem> {
  try {
    return ok(readFileSync(file, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return ok(undefined);
    return refuse({ code: 'not-a-registry', line: `${file} cannot be read (${code}).` });
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
