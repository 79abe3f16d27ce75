import { parseArgs } from 'node:util';
import { openDatabase, type Database } from '#db';
import { sayPeriod } from '#domain/keeping/retention.ts';
import { databaseUrl } from '#server/database-url.ts';
import { applyRetention } from '#server/keeping/apply-retention.ts';
import { findDue } from '#server/keeping/find-due.ts';
import { readyForCommand } from '#server/ready-for-command.ts';
import { fail } from './keeping/fail.ts';

/** What would go now, by counts and ids and without names, a line each. */
export async function sayDue(db: Database, at = new Date().toISOString()): Promise<string[]> {
  const lines = (await findDue(db, at)).flatMap(({ kind, keep, from, count, leavers }) => [
    `${kind.padEnd(20)} ${String(count).padStart(6)}  kept ${sayPeriod(keep).toLowerCase()} from ${from}`,
    ...leavers.map(({ id, leftAt }) => `  ${id} left ${leftAt.slice(0, 10)}`),
  ]);
  return [...lines, 'Nothing was removed.'];
}

/** Removes it, and says how much of each went. */
export async function sayApplied(db: Database, at = new Date().toISOString()): Promise<string[]> {
  const applied = await applyRetention(db, at);
  return applied.map(({ kind, count, left }) =>
    left ? `${kind.padEnd(20)} ${left}` : `${kind.padEnd(20)} ${String(count).padStart(6)} removed`,
  );
}

/** Runs the command on the database of the environment. */
export async function run(args: string[]): Promise<void> {
  const options = { 'dry-run': { type: 'boolean', default: false } } as const;
  const { values } = parseArgs({ args, options });
  const db = await openDatabase(databaseUrl());
  try {
    const ready = await readyForCommand(db);
    if (!ready.ok) return fail(...ready.problem.lines);
    const lines = await (values['dry-run'] ? sayDue(db) : sayApplied(db));
    for (const line of lines) console.log(line);
  } finally {
    db.close();
  }
}

if (import.meta.main) await run(process.argv.slice(2));
