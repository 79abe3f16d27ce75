import { fork } from 'node:child_process';
import { findJobRun, openDatabase } from '#db';
import { isJobDue } from '#domain/keeping/is-job-due.ts';
import type { Job, JobDone } from '#server/jobs/run-due-jobs.ts';
import type { JobMessage } from './jobs-process.ts';

/**
 * Runs what is due on these databases, in a process of its own: a backup reads all there is, and
 * nobody would be answered meanwhile. None is started where nothing is due.
 */
export async function lookForJobs(
  urls: readonly string[],
  jobs: readonly Job[],
  signal: AbortSignal,
): Promise<JobDone[]> {
  const due: string[] = [];
  for (const url of urls) if (await hasDue(url, jobs)) due.push(url);
  return due.length && !signal.aborted ? runElsewhere(due, signal) : [];
}

async function hasDue(url: string, jobs: readonly Job[]): Promise<boolean> {
  const db = await openDatabase(url);
  try {
    const at = new Date().toISOString();
    for (const job of jobs) if (isJobDue(job, await findJobRun(db, job.name), at)) return true;
    return false;
  } finally {
    db.close();
  }
}

function runElsewhere(urls: string[], signal: AbortSignal): Promise<JobDone[]> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./jobs-process.ts', import.meta.url), { signal });
    const done: JobDone[] = [];
    child.on('message', (message: JobMessage) => done.push(message));
    // Cut off when the service stops: a job bears that, and is taken up again.
    child.on('error', (error) => (signal.aborted ? resolve(done) : reject(error)));
    child.on('close', () => resolve(done));
    // Not as an argument, which everybody on the machine can read: a URL may hold a token.
    child.send(urls);
  });
}
