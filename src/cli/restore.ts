import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { newestMigration } from '#db';
import { databaseUrl } from '#server/database-url.ts';
import { databaseFile, remoteLines } from '#server/keeping/database-file.ts';
import { finishRestore, giveUpRestore } from '#server/keeping/finish-restore.ts';
import { readyRestore, type ReadyToRestore } from '#server/keeping/restore-backup.ts';
import { askYes } from './keeping/ask-yes.ts';
import { fail } from './keeping/fail.ts';

// What is written here holds people's records: for this account alone.
process.umask(0o077);

const usage = `npm run restore -- --from FILE              restores a backup as the database (DATABASE_URL)
npm run restore -- --from FILE --to FILE    as another file
npm run restore -- --from FILE --yes        without asking before a database is replaced`;

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    yes: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

/** Says what would be replaced, and asks. */
async function mayReplace({ to, there, state }: ReadyToRestore): Promise<boolean> {
  if (!there) return true;
  const time = (at: string | null) => at ?? 'nothing yet';
  if (!there.readable) console.log(`What lies at ${to} cannot be read as a database.`);
  else {
    console.log(`${to} holds ${there.rows} rows; the newest thing in it: ${time(there.newest)}.`);
    console.log(`The newest thing in the backup: ${time(state.newest)}.`);
    if (there.isNewer) console.log('What was done after that will not be in it any more.');
  }
  console.log('The database that is there now is kept aside.');
  if (values.yes) return true;
  const answer = await askYes('Replace it?');
  if (answer === undefined) console.error('Nobody is there to ask: say --yes to replace it.');
  return answer ?? false;
}

async function restore(from: string, to: string) {
  const ready = await readyRestore(resolve(from), to, newestMigration());
  if (!ready.ok) return fail(...ready.problem.lines);
  if (!(await mayReplace(ready.value))) {
    await giveUpRestore(ready.value);
    return fail('Nothing was changed.');
  }
  const done = await finishRestore(ready.value);
  if (!done.ok) return fail(...done.problem.lines);
  const rows = Object.values(ready.value.state.rows).reduce((sum, count) => sum + count, 0);
  console.log(`Restored to ${to}: ${rows} rows, sound. Everybody has to sign in again.`);
  const { aside, erasedSince } = done.value;
  if (aside) console.log(`What was there is kept as ${aside}`);
  if (!erasedSince.length) return;
  console.log('The records of these people had been erased since the backup. Erase them again:');
  for (const id of erasedSince) console.log(`  ${id}`);
}

const target = values.to ? resolve(values.to) : databaseFile(databaseUrl());
if (values.help || !values.from) {
  console.log(usage);
  if (!values.help) process.exitCode = 1;
} else if (!target) fail(...remoteLines);
else await restore(values.from, target);
