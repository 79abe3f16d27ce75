import type { Logger } from 'pino';
import { databaseUrl } from '#server/database-url.ts';
import { startJobs } from '#server/jobs/start-jobs.ts';
import { listOrganisations } from '#server/organisations/find-organisation.ts';
import { describeError } from '../describe-error.ts';
import { lookForJobs } from './look-for-jobs.ts';
import { serviceJobs } from './service-jobs.ts';

/** Every database that is served: one, or one for each organisation. */
const servedDatabases = (): string[] => {
  const organisations = listOrganisations();
  return organisations
    ? [...organisations.values()].map(({ database }) => database)
    : [databaseUrl()];
};

/** Starts what the service does by itself, and logs each job in a line. Answers with the way to stop. */
export function startServiceJobs(log: Logger): () => Promise<void> {
  const jobs = serviceJobs();
  return startJobs({
    look: (signal) => lookForJobs(servedDatabases(), jobs, signal),
    note: ({ name, said, error }) => {
      if (error === undefined) log.info({ job: name, said }, 'job');
      else log.error({ job: name, error: describeUnlessTold(error) }, 'job failed');
    },
  });
}

/** What another process told is described already. */
const describeUnlessTold = (error: unknown) =>
  error instanceof Error ? describeError(error) : error;
