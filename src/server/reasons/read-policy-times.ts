import type { Policy } from '#domain/profile/policy.ts';
import { listPolicies, type Database } from '#db';
import { readShippedPolicy, toPolicy } from '../content/read-policy.ts';

/** The policies of a service by time, in one query: what was decided under one stays under it. */
export async function readPolicyTimes(db: Database): Promise<(at: string) => Policy> {
  const stored = await listPolicies(db);
  const first = stored[0];
  if (!first) {
    const shipped = await readShippedPolicy();
    return () => shipped;
  }
  return (at) => toPolicy(db, stored.findLast(({ adoptedAt }) => adoptedAt <= at) ?? first);
}
