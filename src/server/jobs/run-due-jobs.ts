import { randomUUIDv7 } from 'node:crypto';
import { actAs, claimJobRun, endJobRun, findJobRun, type Database } from '#db';
import { isJobDue, type JobTimes } from '#domain/keeping/is-job-due.ts';

/**
 * Something the service does by itself from time to time. `run` does it and answers with one plain
 * line of what it did, without names; it must bear being cut off and run again, and end within the hour.
 */
export interface Job extends JobTimes {
  name: string;
  run(db: Database, at: string): Promise<string>;
}

/** What came of one job: its line, or what it threw. */
export interface JobDone {
  name: string;
  said?: string;
  error?: unknown;
}

/**
 * Runs the jobs that are due at a time (ISO), one after the other, and notes each in `job_runs`. Of
 * several processes on one database only one takes a run. A job that throws stops no other; it is
 * tried again after an hour. Answers with what was run here; throws only where the database fails.
 */
export async function runDueJobs(
  db: Database,
  jobs: readonly Job[],
  at = new Date().toISOString(),
): Promise<JobDone[]> {
  const done: JobDone[] = [];
  for (const job of jobs) {
    const last = await findJobRun(db, job.name);
    if (!isJobDue(job, last, at)) continue;
    const run = { name: job.name, token: randomUUIDv7(), at };
    if (await claimJobRun(db, run, last)) done.push(await finish(db, job, run));
  }
  return done;
}

async function finish(
  db: Database,
  { name, run }: Job,
  { token, at }: { token: string; at: string },
): Promise<JobDone> {
  try {
    const acting = { actor: 'system', what: `job ${name}`, subject: null, detail: {} };
    const said = await actAs(acting, () => run(db, at));
    await endJobRun(db, { name, token }, said);
    return { name, said };
  } catch (error) {
    await endJobRun(db, { name, token }, undefined);
    return { name, error };
  }
}
