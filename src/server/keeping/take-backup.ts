import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { copyDatabase, inspectFile, type Database } from '#db';
import { backupRule, chooseKept, type KeepingRule } from '#domain/keeping/choose-kept.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import {
  hashFile,
  listBackups,
  nameBackup,
  nameFinished,
  partial,
  removeBackup,
  removeUnfinished,
  type Manifest,
} from './backup-files.ts';
import { databaseFile, remoteLines, stemOf } from './database-file.ts';

export interface Backup {
  path: string;
  manifest: Manifest;
}

/**
 * Backs up an open database into a folder while others go on writing: copies it, opens the copy and
 * reads all of it, writes a manifest beside it, and only then gives it its name. Nothing unfinished
 * stays behind. Refused for a remote database, and where the copy is not sound.
 */
export async function takeBackup(
  db: Database,
  folder: string,
  at = new Date().toISOString(),
): Promise<Result<Backup, { lines: string[] }>> {
  const file = databaseFile(db.url);
  if (!file) return refuse({ lines: remoteLines });
  await mkdir(folder, { recursive: true });
  await removeUnfinished(folder, stemOf(file));
  const path = join(folder, nameBackup(stemOf(file), at));
  const copy = partial(path);
  try {
    await copyDatabase(db, copy);
    const { faults, ...state } = inspectFile(copy);
    if (faults.length)
      return refuse({ lines: ['The copy is not sound, so it was not kept:', ...faults] });
    const sha256 = await hashFile(copy);
    const manifest = { takenAt: at, sha256, bytes: (await stat(copy)).size, ...state };
    await nameFinished(path, manifest);
    return ok({ path, manifest });
  } finally {
    await rm(copy, { force: true });
  }
}

/** Removes the backups of a database that the rule no longer keeps; answers with how many are left. */
export async function thinBackups(
  folder: string,
  stem: string,
  rule: KeepingRule = backupRule,
): Promise<{ kept: number; removed: number }> {
  const backups = await listBackups(folder, stem);
  const kept = new Set(
    chooseKept(
      backups.map(({ takenAt }) => takenAt),
      rule,
    ),
  );
  const gone = backups.filter(({ takenAt }) => !kept.has(takenAt));
  for (const { path } of gone) await removeBackup(path);
  return { kept: backups.length - gone.length, removed: gone.length };
}
