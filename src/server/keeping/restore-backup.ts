import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { inspectFile, type FileState } from '#db';
import { ok, refuse, type Result } from '#domain/result.ts';
import { hashFile, manifestOf, partial, readManifest } from './backup-files.ts';
import { keepOnlyIfWell, removeCopy } from './set-aside.ts';

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

/** Why not, line by line. */
export type Refused = { lines: string[] };

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
  if (from === copy) return refuse({ lines: [`${from} was never finished.`] });
  await mkdir(dirname(to), { recursive: true });
  // A log that an earlier try has left would be taken for a part of this copy.
  await removeCopy(copy);
  return keepOnlyIfWell(copy, async () => {
    await copyFile(from, copy);
    const checked = await checkCopy(from, copy, newestKnown);
    if (!checked.ok) return checked;
    const state = checked.value;
    return ok({ copy, to, state, there: existsSync(to) ? compare(to, state) : undefined });
  });
}

async function checkCopy(
  from: string,
  copy: string,
  newestKnown: number,
): Promise<Result<FileState, Refused>> {
  const manifest = await readManifest(from);
  if (manifest === 'unreadable')
    return refuse({
      lines: [
        `${manifestOf(from)} says what the backup holds, and cannot be read.`,
        'Move it away to restore without it; the backup itself is still checked.',
      ],
    });
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
