import { existsSync } from 'node:fs';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { endAllSessions, inspectFile, listErased, takeOutOfUse, type FileState } from '#db';
import { ok, refuse, type Result } from '#domain/result.ts';
import { hashFile, partial, readManifest, settle } from './backup-files.ts';

/** A backup that is sound, copied beside the place it is to have, and what lies there already. */
export interface ReadyToRestore {
  copy: string;
  to: string;
  state: FileState;
  /** Nothing where no database is there yet. */
  there: DatabaseThere | undefined;
}

/** The database that lies where a backup is to go. One that cannot be read is kept aside like any other. */
export interface DatabaseThere {
  newest: string | null;
  isNewer: boolean;
  rows: number;
  readable: boolean;
}

type Refused = { lines: string[] };

/**
 * Copies a backup beside the place where it is to be restored, and checks the copy: the hash of the
 * manifest, what SQLite finds, the rows. Changes nothing else. `newestKnown` is when (ms) the newest
 * migration we know was written: a file of a later product is refused.
 */
export async function readyRestore(
  from: string,
  to: string,
  newestKnown: number,
): Promise<Result<ReadyToRestore, Refused>> {
  if (!existsSync(from)) return refuse({ lines: [`There is no file ${from}.`] });
  const copy = partial(to);
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, copy);
  const lines = await checkCopy(from, copy, newestKnown);
  if (!lines.ok) {
    await rm(copy, { force: true });
    return lines;
  }
  const state = lines.value;
  return ok({ copy, to, state, there: existsSync(to) ? compare(to, state) : undefined });
}

async function checkCopy(
  from: string,
  copy: string,
  newestKnown: number,
): Promise<Result<FileState, Refused>> {
  const manifest = await readManifest(from);
  if (manifest && manifest.sha256 !== (await hashFile(copy)))
    return refuse({ lines: [`${from} is not what was backed up: its hash is another one.`] });
  const state = inspect(copy);
  if (typeof state === 'string')
    return refuse({ lines: [`${from} cannot be read as a database: ${state}`] });
  if (state.faults.length)
    return refuse({ lines: [`${from} is damaged:`, ...state.faults.slice(0, 20)] });
  if (!state.schema.migrations)
    return refuse({ lines: [`${from} is a database, but none of In Practice.`] });
  if (state.schema.latest > newestKnown)
    return refuse({
      lines: [`${from} was made by a later In Practice than this one. Install that one first.`],
    });
  return ok(state);
}

/** What a file holds, or why it cannot be read. */
function inspect(path: string): FileState | string {
  try {
    return inspectFile(path);
  } catch (reason) {
    return (reason as Error).message;
  }
}

function compare(to: string, { newest }: FileState): DatabaseThere {
  const there = inspect(to);
  if (typeof there === 'string') return { newest: null, isNewer: false, rows: 0, readable: false };
  const rows = Object.values(there.rows).reduce((sum, count) => sum + count, 0);
  const isNewer = there.newest !== null && (newest === null || there.newest > newest);
  return { newest: there.newest, isNewer, rows, readable: true };
}

/** What a restore did: where the database that was there has gone, and who must be erased again. */
export interface Restored {
  aside: string | undefined;
  erasedSince: string[];
}

/**
 * Puts a checked copy in its place. What was there is kept aside under a name with the time. Everybody
 * is signed out. Refused, changing nothing, while another process has the database open.
 */
export async function finishRestore(
  { copy, to, there }: ReadyToRestore,
  at = new Date().toISOString(),
): Promise<Result<Restored, Refused>> {
  endAllSessions(copy);
  if (!there) {
    await moveIn(copy, to);
    return ok({ aside: undefined, erasedSince: [] });
  }
  if (there.readable && !takeOutOfUse(to)) {
    await rm(copy, { force: true });
    const line = `${to} is in use. Stop the service first, then restore; nothing was changed.`;
    return refuse({ lines: [line] });
  }
  const known = new Set(listErased(copy));
  const erased = there.readable ? listErased(to) : [];
  const erasedSince = erased.filter((id) => !known.has(id));
  const aside = `${to}.replaced-${at.replaceAll(/[:.]/g, '-')}`;
  await rename(to, aside);
  // A log that belongs to the old file would be taken for one of the new.
  for (const end of ['-wal', '-shm'])
    if (existsSync(`${to}${end}`)) await rename(`${to}${end}`, `${aside}${end}`);
  await moveIn(copy, to);
  return ok({ aside, erasedSince });
}

async function moveIn(copy: string, to: string) {
  await settle(copy);
  await rename(copy, to);
  await settle(dirname(to));
}

/** Leaves everything as it is after all. */
export const giveUpRestore = ({ copy }: ReadyToRestore) => rm(copy, { force: true });
