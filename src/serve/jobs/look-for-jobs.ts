import { fork } from 'node:child_process';
import { findJobRun, openDatabase } from '#db';
import { isJobDue } from '#domain/keeping/is-job-due.ts';
import type { Job, JobDone } from '#server/jobs/run-due-jobs.ts';
import { databaseFile } from '#server/keeping/database-file.ts';
import type { JobMessage } from './jobs-process.ts';

/**
 * Runs what is due on these databases, in a process of its own: a backup reads all there is, and
 * nobody would be answered meanwhile. None is started where nothing is due. What went wrong with one
 * database, or with that process, is in the answer under the name `jobs`, and stops nothing else.
 */
export async function lookForJobs(
  urls: readonly string[],
  jobs: readonly Job[],
  signal: AbortSignal,
): Promise<JobDone[]> {
  const due: string[] = [];
  const unread: JobDone[] = [];
  for (const url of urls)
    try {
      if (await hasDue(url, jobs)) due.push(url);
    } catch (cause) {
      const error = new Error(`Nobody can say what is due in ${nameOf(url)}`, { cause });
      unread.push({ name: 'jobs', error });
    }
  if (!due.length || signal.aborted) return unread;
  return [...unread, ...(await runElsewhere(due, signal))];
}

/** What a database may be called in a log: a URL may hold a token. */
const nameOf = (url: string) => databaseFile(url) ?? new URL(url).host;

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
  return new Promise((resolve) => {
    const child = fork(new URL('./jobs-process.ts', import.meta.url), { signal });
    const done: JobDone[] = [];
    const end = (error?: Error) => {
      // Cut off when the service stops: a job bears that, and is taken up again.
      resolve(error && !signal.aborted ? [...done, { name: 'jobs', error }] : done);
    };
    child.on('message', (message: JobMessage) => done.push(message));
    child.on('error', end);
    child.on('close', (code, killedBy) => {
      const how = killedBy ? `by ${killedBy}` : `with code ${code}`;
      end(code === 0 ? undefined : new Error(`The process of the jobs was ended ${how}`));
    });
    // Not as an argument, which everybody on the machine can read: a URL may hold a token.
    child.send(urls);
  });
}
