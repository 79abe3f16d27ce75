import type { Job } from '../jobs/run-due-jobs.ts';
import { applyRetention, type Applied } from './apply-retention.ts';
import { findDue } from './find-due.ts';

/** Under which name the job is noted. */
export const retentionJobName = 'retention';

/** Whether the service removes what is due by itself. Not unless somebody has said so: it is for good. */
export const isRetentionApplied = (env: NodeJS.ProcessEnv = process.env): boolean =>
  env['RETENTION'] === 'apply';

/** What is wrong with RETENTION, in plain words, or nothing. */
export const findRetentionProblem = (asked: string | undefined): string | undefined =>
  !asked || asked === 'apply' || asked === 'dry-run'
    ? undefined
    : `RETENTION is "${asked}"; it must be apply, to remove what is due, or dry-run, to say only what it would be.`;

const sayCounts = (counts: readonly Pick<Applied, 'kind' | 'count'>[]) => {
  const some = counts.filter(({ count }) => count > 0);
  return some.map(({ kind, count }) => `${kind} ${count}`).join(', ') || 'nothing';
};

/** Once a day: removes what is due where `RETENTION=apply` is set, and otherwise says what it would. */
export const retentionJob: Job = {
  name: retentionJobName,
  everyHours: 24,
  async run(db, at) {
    if (!isRetentionApplied()) return `Nothing removed. Due: ${sayCounts(await findDue(db, at))}.`;
    const applied = await applyRetention(db, at);
    const left = applied.flatMap((one) => (one.left ? [` ${one.kind} ${one.left}.`] : []));
    return `Removed: ${sayCounts(applied)}.${left.join('')}`;
  },
};
