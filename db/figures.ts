import type { Database } from './client.ts';

/** What can be told of a database in numbers, and of its jobs by their names. */
export interface Figures {
  /** Sessions that have not run out. */
  sessions: number;
  jobs: { name: string; ranAt: string; wentWell: boolean }[];
}

const sessionsSql = 'SELECT count(*) AS open FROM sessions WHERE expires_at > ?';
// How a run is noted that failed or is under way: see db/job-runs.ts.
const jobsSql =
  "SELECT name, ran_at, said <> 'failed' AND said NOT LIKE 'running: %' AS well FROM job_runs";

/** Counts what somebody who watches over the service wants to know, at a time (ISO). */
export async function readFigures(db: Database, at: string): Promise<Figures> {
  const [sessions, jobs] = await Promise.all([
    db.client.execute({ sql: sessionsSql, args: [at] }),
    db.client.execute(jobsSql),
  ]);
  return {
    sessions: Number(sessions.rows[0]?.['open'] ?? 0),
    jobs: jobs.rows.map((row) => ({
      name: String(row['name']),
      ranAt: String(row['ran_at']),
      wentWell: Number(row['well']) === 1,
    })),
  };
}
