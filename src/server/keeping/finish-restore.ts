import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { endAllSessions, listErased, takeOutOfUse } from '#db';
import { ok, refuse, type Result } from '#domain/result.ts';
import { settle } from './backup-files.ts';
import type { ReadyToRestore, Refused } from './restore-backup.ts';
import { keepOnlyIfWell, removeCopy, setAside } from './set-aside.ts';

/** What a restore did: where the database that was there has gone, and who must be erased again. */
export interface Restored {
  aside: string | undefined;
  erasedSince: string[];
}

/**
 * Puts a checked copy in its place. What was there is kept aside under a name with the time. Everybody
 * is signed out. Refused, changing nothing, while another process has the database open, and where a
 * file has appeared in its place since it was asked about.
 */
export const finishRestore = (
  ready: ReadyToRestore,
  at = new Date().toISOString(),
): Promise<Result<Restored, Refused>> => keepOnlyIfWell(ready.copy, () => putInPlace(ready, at));

async function putInPlace(
  { copy, to, there }: ReadyToRestore,
  at: string,
): Promise<Result<Restored, Refused>> {
  endAllSessions(copy);
  const kept = `${to}.replaced-${at.replaceAll(/[:.]/g, '-')}`;
  if (!there && existsSync(to))
    return refuse({ lines: [`${to} was not there before, and is now. Nothing was changed.`] });
  if (!there) {
    await moveIn(copy, to, kept);
    return ok({ aside: undefined, erasedSince: [] });
  }
  if (there.readable && !takeOutOfUse(to))
    return refuse({
      lines: [`${to} is in use. Stop the service first, then restore; nothing was changed.`],
    });
  const known = new Set(listErased(copy));
  const erased = there.readable ? listErased(to) : [];
  await moveIn(copy, to, kept);
  return ok({ aside: kept, erasedSince: erased.filter((id) => !known.has(id)) });
}

/** Moves a copy to where what lay there, or was left of it, is put aside; all as it was if that fails. */
async function moveIn(copy: string, to: string, aside: string) {
  await settle(copy);
  const putBack = await setAside(to, aside);
  try {
    await rename(copy, to);
  } catch (reason) {
    await putBack();
    throw reason;
  }
  await settle(dirname(to));
}

/** Leaves everything as it is after all. */
export const giveUpRestore = ({ copy }: ReadyToRestore) => removeCopy(copy);
