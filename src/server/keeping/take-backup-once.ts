import type { Database } from '#db';
import { ok, type Result } from '#domain/result.ts';
import { hashFile, listBackups, removeBackup } from './backup-files.ts';
import { stemOf } from './database-file.ts';
import { takeBackup } from './take-backup.ts';

/**
 * Backs up the database in a file, unless the newest backup in the folder is the same to the last byte:
 * a start that fails is tried again and again, and must not fill the disk. Answers with the path of the
 * backup that there is. Refused as `takeBackup` is.
 */
export async function takeBackupOnce(
  db: Database,
  { file, folder }: { file: string; folder: string },
): Promise<Result<string, { lines: string[] }>> {
  const backups = await listBackups(folder, stemOf(file));
  const newest = backups.sort((a, b) => a.takenAt.localeCompare(b.takenAt)).at(-1);
  const taken = await takeBackup(db, folder);
  if (!taken.ok) return taken;
  const { path, manifest } = taken.value;
  if (!newest || (await hashFile(newest.path)) !== manifest.sha256) return ok(path);
  await removeBackup(path);
  return ok(newest.path);
}
