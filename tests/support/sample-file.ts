import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#db';
import { runDueJobs } from '#server/jobs/run-due-jobs.ts';
import { prepare } from '#server/prepare.ts';
import { serviceJobs } from '../../src/serve/jobs/service-jobs.ts';

let filled: Promise<string> | undefined;

async function fill(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'in-practice-sample-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'sample.db');
  const prepared = await prepare({ url: `file:${path}`, sample: 'small' });
  if (!prepared.ok) throw new Error(prepared.problem.lines.join('\n'));
  // What is due on a new database is done, so that no service starts a process to do it.
  const db = await openDatabase(`file:${path}`);
  await runDueJobs(db, serviceJobs({ BACKUP_AT: 'off' }));
  db.close();
  return path;
}

/**
 * Puts a small sample service where a start would make one. It is filled once for all tests of a
 * process: making it anew for each is most of what starting a service costs.
 */
export async function copySample(to: string): Promise<void> {
  const from = await (filled ??= fill());
  for (const part of ['', '-wal'])
    if (existsSync(from + part)) copyFileSync(from + part, to + part);
}
