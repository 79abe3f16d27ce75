import { openDatabase, type Database } from '#db';
import { databaseUrl } from '#server/database-url.ts';
import { readyForCommand } from '#server/ready-for-command.ts';
import { replayAll } from '#server/replay-all.ts';
import { fail } from './keeping/fail.ts';

async function sayReplayed(db: Database): Promise<void> {
  const { attempts, differences } = await replayAll(db);
  for (const { attemptId, message } of differences) fail(`${attemptId}: ${message}`);
  console.log(
    differences.length
      ? `${attempts} attempts replayed. ${differences.length} differ from what is stored.`
      : `${attempts} attempts replayed. Every stored result is what its decisions give.`,
  );
}

/** Runs the command on the database of the environment. */
export async function run(): Promise<void> {
  const db = await openDatabase(databaseUrl());
  try {
    const ready = await readyForCommand(db);
    if (!ready.ok) return fail(...ready.problem.lines);
    await sayReplayed(db);
  } finally {
    db.close();
  }
}

if (import.meta.main) await run();
