import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '#db';
import { runDueJobs, type Job, type JobDone } from './run-due-jobs.ts';

/** How the jobs are looked after. */
export interface JobOptions {
  db: Database;
  jobs: readonly Job[];
  /** Told of every job that was run, or of why none could be (`name` is then `jobs`). */
  note: (done: JobDone) => void;
  /** Between two looks, in milliseconds. */
  everyMs?: number;
  /** Before the first look: a start is busy enough. */
  firstMs?: number;
}

/**
 * Looks from time to time whether a job is due, and runs it. One look ends before the next begins, so
 * no job overlaps itself. Answers with the way to stop, which waits for a job that is under way.
 */
export function startJobs({
  db,
  jobs,
  note,
  everyMs = 60_000,
  firstMs = 15_000,
}: JobOptions): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const pause = (ms: number) => wait(ms, undefined, { signal, ref: false }).catch(() => {});

  const look = async () => {
    for (const job of jobs) {
      if (signal.aborted) return;
      for (const done of await runDueJobs(db, [job])) note(done);
    }
  };
  const watch = async () => {
    for (await pause(firstMs); !signal.aborted; await pause(everyMs))
      await look().catch((error: unknown) => note({ name: 'jobs', error }));
  };
  const watched = watch();
  return () => {
    stopping.abort();
    return watched;
  };
}
