import { parseArgs } from 'node:util';
import { openDatabase } from '#db';
import { databaseUrl } from '#server/database-url.ts';
import { backupFolder, databaseFile, remoteLines, stemOf } from '#server/keeping/database-file.ts';
import { takeBackup, thinBackups } from '#server/keeping/take-backup.ts';
import { fail } from './keeping/fail.ts';

// What is written here holds people's records: for this account alone.
process.umask(0o077);

const usage = `npm run backup                backs up the database into the folder of backups
npm run backup -- --to DIR    into another folder
npm run backup -- --thin      and removes those there that the rule no longer keeps`;

const { values } = parseArgs({
  options: { to: { type: 'string' }, thin: { type: 'boolean' }, help: { type: 'boolean' } },
});
const file = databaseFile(databaseUrl());
if (values.help) console.log(usage);
else if (!file) fail(...remoteLines);
else {
  const folder = values.to ?? backupFolder(file);
  const db = await openDatabase(databaseUrl());
  const taken = await takeBackup(db, folder).finally(() => db.close());
  if (!taken.ok) fail(...taken.problem.lines);
  else {
    const { path, manifest } = taken.value;
    const rows = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0);
    console.log(`${path}: ${rows} rows, ${manifest.bytes} bytes, checked.`);
    if (values.thin) {
      const { kept, removed } = await thinBackups(folder, stemOf(file));
      console.log(`${kept} backups are kept; ${removed} older ones were removed.`);
    }
  }
}
