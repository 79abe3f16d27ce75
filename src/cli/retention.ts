import { parseArgs } from 'node:util';
import { migrateDatabase, openDatabase, type Database } from '#db';
import { sayPeriod } from '#domain/keeping/retention.ts';
import { databaseUrl } from '#server/database-url.ts';
import { applyRetention } from '#server/keeping/apply-retention.ts';
import { findDue } from '#server/keeping/find-due.ts';

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

if (import.meta.main) {
  const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } });
  const db = await openDatabase(databaseUrl());
  try {
    await migrateDatabase(db);
    const lines = await (values['dry-run'] ? sayDue(db) : sayApplied(db));
    for (const line of lines) console.log(line);
  } finally {
    db.close();
  }
}
