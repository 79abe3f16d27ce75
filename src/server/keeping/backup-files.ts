import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

/** What is written down beside a backup, so that it can be checked before it is needed. */
export const Manifest = z.object({
  takenAt: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  schema: z.object({ migrations: z.number(), latest: z.number() }),
  rows: z.record(z.string(), z.number()),
  newest: z.string().nullable(),
  chains: z.object({ count: z.number(), ends: z.string() }),
});
export type Manifest = z.infer<typeof Manifest>;

/** What a file is called while it is being written; it becomes the real thing by being renamed. */
export const partial = (path: string) => `${path}.partial`;

export const manifestOf = (backup: string) => backup.replace(/\.db$/, '.json');

/** The name of a backup holds its time, to the millisecond, in letters that every file system takes. */
export const nameBackup = (stem: string, at: string) => `${stem}-${at.replaceAll(/[:.]/g, '-')}.db`;

/** The backups of one database in a folder, with the time (ISO) in their name; nothing unfinished. */
export async function listBackups(folder: string, stem: string) {
  const names = await readdir(folder).catch(() => []);
  return names.flatMap((name) => {
    if (!name.startsWith(`${stem}-`)) return [];
    const time = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.db$/.exec(
      name.slice(stem.length + 1),
    );
    return time
      ? [{ path: join(folder, name), takenAt: `${time[1]}:${time[2]}:${time[3]}.${time[4]}Z` }]
      : [];
  });
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/**
 * What is written beside a backup; nothing where it is missing, or where the file has no name of a
 * backup (a database that was kept aside). What lies there and is no manifest is `unreadable`.
 */
export async function readManifest(backup: string): Promise<Manifest | 'unreadable' | undefined> {
  const beside = manifestOf(backup);
  if (beside === backup || !existsSync(beside)) return undefined;
  try {
    return Manifest.parse(JSON.parse(await readFile(beside, 'utf8')));
  } catch {
    return 'unreadable';
  }
}

/** Waits until a file, or the names in a folder, are on disk. */
export async function settle(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a finished backup its name, its manifest first: what bears the name is whole, also after a crash. */
export async function nameFinished(backup: string, manifest: Manifest): Promise<void> {
  await settle(partial(backup));
  const beside = manifestOf(backup);
  await writeFile(partial(beside), `${JSON.stringify(manifest, null, 2)}\n`);
  await settle(partial(beside));
  await rename(partial(beside), beside);
  await rename(partial(backup), backup);
  await settle(dirname(backup));
}

export async function removeBackup(backup: string): Promise<void> {
  await rm(backup, { force: true });
  await rm(manifestOf(backup), { force: true });
}

/** Longer (ms) than any backup takes. */
const staleAfter = 3_600_000;

/** Removes what a backup that was cut off has left behind. */
export async function removeUnfinished(folder: string, stem: string): Promise<void> {
  const names = await readdir(folder);
  for (const name of names) {
    if (!name.startsWith(`${stem}-`) || !name.endsWith('.partial')) continue;
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > staleAfter) await rm(path, { force: true });
  }
}
