import type { JobRun } from '../src/domain/keeping/is-job-due.ts';
import type { Database } from './client.ts';

/** The last run of a job as it is stored: also what it said when it was done, or whose run it is. */
export interface StoredRun extends JobRun {
  said: string;
}

const findSql = 'SELECT ran_at, said FROM job_runs WHERE name = ?';

// Nobody takes a run that somebody else has taken since they looked.
const claimSql = `INSERT INTO job_runs (name, ran_at, said) VALUES (?, ?, ?)
  ON CONFLICT (name) DO UPDATE SET ran_at = excluded.ran_at, said = excluded.said
  WHERE ran_at = ? AND said = ?`;

const endSql = 'UPDATE job_runs SET said = ? WHERE name = ? AND said = ?';

/** How the column says that a run is under way, by whom, or that it failed. */
const running = 'running: ';
const failed = 'failed';

/** The last run of a job, or nothing where it never ran. */
export async function findJobRun(db: Database, name: string): Promise<StoredRun | undefined> {
  const { rows } = await db.client.execute({ sql: findSql, args: [name] });
  const [row] = rows;
  if (!row) return undefined;
  const said = String(row['said']);
  const state = said.startsWith(running) ? 'running' : said === failed ? 'failed' : 'done';
  return { ranAt: String(row['ran_at']), said, state };
}

/**
 * Takes the next run of a job for one process: `token` names the run and must be new each time.
 * Answers whether it was taken; another process that saw the same last run may have been faster.
 */
export async function claimJobRun(
  db: Database,
  { name, token, at }: { name: string; token: string; at: string },
  last: StoredRun | undefined,
): Promise<boolean> {
  const claim = `${running}${token}`;
  const args = [name, at, claim, last?.ranAt ?? '', last?.said ?? ''];
  await db.write([{ sql: claimSql, args }]);
  return (await findJobRun(db, name))?.said === claim;
}

/** Notes what a taken run said at its end, or that it failed. */
export const endJobRun = (
  db: Database,
  { name, token }: { name: string; token: string },
  said: string | undefined,
): Promise<void> => db.write([{ sql: endSql, args: [said ?? failed, name, `${running}${token}`] }]);
