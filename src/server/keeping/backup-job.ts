import { isSample } from '#db';
import type { Job } from '../jobs/run-due-jobs.ts';
import { backupFolder, databaseFile, stemOf } from './database-file.ts';
import { takeBackup, thinBackups } from './take-backup.ts';

/** When backups are taken unless told otherwise: when nobody works, whatever the season. */
const atNight = '02:00';

/**
 * The daily backup, at the time of day (UTC) that BACKUP_AT names; nothing where it is `off`. Backups
 * that the rule no longer keeps are removed. A sample is not backed up unless BACKUP_AT is set.
 */
export function backupJob(env: NodeJS.ProcessEnv = process.env): Job | undefined {
  const asked = env['BACKUP_AT'];
  if (asked === 'off') return undefined;
  return {
    name: 'backup',
    everyHours: 24,
    dailyAt: asked || atNight,
    async run(db, at) {
      const file = databaseFile(db.url);
      if (!file) return 'Nothing: this database is backed up by the server it is on.';
      if (!asked && (await isSample(db))) return 'Nothing: a sample is not backed up.';
      const folder = backupFolder(file, env);
      const taken = await takeBackup(db, folder, at);
      if (!taken.ok) throw new Error(taken.problem.lines.join(' '));
      const { kept, removed } = await thinBackups(folder, stemOf(file));
      return `${taken.value.manifest.bytes} bytes; ${kept} kept, ${removed} removed.`;
    },
  };
}

/** What is wrong with BACKUP_AT, in plain words, or nothing. */
export const findBackupAtProblem = (asked: string | undefined): string | undefined =>
  !asked || asked === 'off' || /^([01]\d|2[0-3]):[0-5]\d$/.test(asked)
    ? undefined
    : `BACKUP_AT is "${asked}"; it must be a time of day in UTC such as 02:00, or off.`;
