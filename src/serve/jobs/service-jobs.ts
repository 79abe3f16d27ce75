import { checkpointJob } from '#server/audit/checkpoint-job.ts';
import type { Job } from '#server/jobs/run-due-jobs.ts';
import { backupJob } from '#server/keeping/backup-job.ts';
import { retentionJob } from '#server/keeping/retention-job.ts';

/** All that the service does by itself. The backup is first: what the others remove is still in it. */
export function serviceJobs(env: NodeJS.ProcessEnv = process.env): Job[] {
  const backup = backupJob(env);
  return [...(backup ? [backup] : []), checkpointJob, retentionJob];
}
