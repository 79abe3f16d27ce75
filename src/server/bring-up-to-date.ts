import { isSample, migrateDatabase, MigrationFailed, standsAt, type Database } from '#db';
import { ok, refuse, type Result } from '#domain/result.ts';
import { backupFolder, databaseFile } from './keeping/database-file.ts';
import { takeBackupOnce } from './keeping/take-backup-once.ts';

/**
 * Brings a database up to date. One that holds real records, and is behind, is backed up first.
 * Refused, with the database as it was, where it is of a later product, where the backup fails, or
 * where the tables cannot be changed: what to tell whoever started it comes back line by line.
 */
export async function bringUpToDate(
  db: Database,
  say: (line: string) => void = () => {},
  migrationsFolder?: string,
): Promise<Result<void, { lines: string[] }>> {
  const stands = await standsAt(db);
  if (stands === 'ahead') return refuse({ lines: ofALaterOne });
  const file = databaseFile(db.url);
  if (stands === 'behind' && file && !(await isSample(db))) {
    const taken = await takeBackupOnce(db, { file, folder: backupFolder(file) });
    if (!taken.ok) return refuse(taken.problem);
    say(`Before the tables are changed, the database was backed up: ${taken.value}`);
  }
  try {
    await migrateDatabase(db, migrationsFolder);
    return ok(undefined);
  } catch (reason) {
    if (!(reason instanceof MigrationFailed)) throw reason;
    return refuse({ lines: [...asItWas, reason.message] });
  }
}

/** What to say of a database that a later product has used. */
export const ofALaterOne = [
  'This database was used by a later In Practice than this one, which may not understand it.',
  'Install that version again, or restore a backup from before: npm run restore -- --from FILE',
];

const asItWas = [
  'This database could not be brought up to date. It is as it was; nothing of it was changed.',
  'Go back to the version before, which can still use it, and report this:',
];
