import { findJobRun, type Database } from '#db';
import { may, organisation } from '#domain/access/permissions.ts';
import type { Actor } from '#domain/access/person.ts';
import type { Retention } from '#domain/keeping/retention.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { readRetention } from '../content/read-retention.ts';
import { findDue, findNextDue, type Due } from './find-due.ts';
import { isRetentionApplied, retentionJobName } from './retention-job.ts';

/** How long records are kept here, what is due, and what was last done about it. */
export interface RetentionPage {
  retention: Retention;
  due: Due[];
  next: Awaited<ReturnType<typeof findNextDue>>;
  isApplied: boolean;
  lastRun: { ranAt: string; said: string; failed: boolean; running: boolean } | undefined;
}

/** Reads it for a manager of every service: it is about everybody's records. */
export async function readRetentionPage(
  db: Database,
  manager: Actor,
  at = new Date().toISOString(),
): Promise<Result<RetentionPage, { code: 'not-found' }>> {
  if (!may(manager, 'read-retention', organisation)) return refuse({ code: 'not-found' });
  const retention = await readRetention();
  const [due, next, run] = await Promise.all([
    findDue(db, at),
    findNextDue(db, retention, at),
    findJobRun(db, retentionJobName),
  ]);
  const lastRun = run && {
    ...{ ranAt: run.ranAt, said: run.said },
    ...{ failed: run.state === 'failed', running: run.state === 'running' },
  };
  return ok({ retention, due, next, isApplied: isRetentionApplied(), lastRun });
}
