import type { Job } from '../jobs/run-due-jobs.ts';
import { noteCheckpoint } from './compare-heads.ts';

/** Notes every day where the chains end. */
export const checkpointJob: Job = { name: 'checkpoint', everyHours: 24, run: noteCheckpoint };
