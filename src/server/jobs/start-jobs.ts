import { setTimeout as wait } from 'node:timers/promises';
import type { JobDone } from './run-due-jobs.ts';

/** How the jobs are looked after. */
export interface JobOptions {
  /** Runs what is due and answers with what was done. Ends early where `signal` says so. */
  look: (signal: AbortSignal) => Promise<JobDone[]>;
  /** Told of every job that was run, or of why none could be (`name` is then `jobs`). */
  note: (done: JobDone) => void;
  /** Between two looks, in milliseconds. */
  everyMs?: number;
  /** Before the first look: a start is busy enough. */
  firstMs?: number;
}

/**
 * Looks from time to time whether a job is due, and runs it. One look ends before the next begins, so
 * no job overlaps itself. Answers with the way to stop, which waits for a look that is under way.
 */
export function startJobs({
  look,
  note,
  everyMs = 120_000,
  firstMs = 15_000,
}: JobOptions): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const pause = (ms: number) => wait(ms, undefined, { signal, ref: false }).catch(() => {});

  const watch = async () => {
    for (await pause(firstMs); !signal.aborted; await pause(everyMs))
      await look(signal).then(
        (done) => done.forEach(note),
        (error: unknown) => note({ name: 'jobs', error }),
      );
  };
  const watched = watch();
  return () => {
    stopping.abort();
    return watched;
  };
}
