import { openDatabase } from '#db';
import { runDueJobs } from '#server/jobs/run-due-jobs.ts';
import { describeError } from '../describe-error.ts';
import { serviceJobs } from './service-jobs.ts';

/** What the process of the jobs says of each that it ran. */
export interface JobMessage {
  name: string;
  said?: string;
  error?: ReturnType<typeof describeError>;
}

process.once('message', (urls: string[]) => {
  void runAll(urls).finally(() => process.disconnect());
});

/** One database after the other; one that cannot be opened keeps no other from its jobs. */
async function runAll(urls: string[]) {
  const tell = (message: JobMessage) => process.send?.(message);
  for (const url of urls) {
    try {
      const db = await openDatabase(url);
      for (const { error, ...done } of await runDueJobs(db, serviceJobs()))
        tell({ ...done, ...(error !== undefined && { error: describeError(error) }) });
      db.close();
    } catch (error) {
      tell({ name: 'jobs', error: describeError(error) });
    }
  }
}
