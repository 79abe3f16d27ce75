import { clearFailures, countFailure, findFailures, type Database } from '#db';
import { ok, refuse, type Result } from '#domain/result.ts';
import { secondsToWait } from '#domain/access/slow-down.ts';
import { hashId } from './hash-id.ts';
import { inTurn } from '../in-turn.ts';

/** The password was not the right one, or too many were tried and it is time to wait. */
export type Guess = { code: 'wrong' } | { code: 'wait'; seconds: number };

const forgetAfterMs = 24 * 60 * 60 * 1000;

/**
 * Runs a check of a password and counts failures in a row by the name it was tried for. After too
 * many the check is not run at all for a while, right password or not.
 */
export function slowedDown<Value>(
  db: Database,
  name: string,
  at: string,
  check: () => Promise<Value | undefined>,
): Promise<Result<Value, Guess>> {
  const nameHash = hashId(name);
  // One guess at a time for each name, or many sent at once would all be judged by the same count.
  return inTurn(`${db.url} ${nameHash}`, async () => {
    const before = await findFailures(db, nameHash);
    const seconds = before ? secondsToWait(before.failures, before.lastAt, at) : 0;
    if (seconds > 0) return refuse({ code: 'wait', seconds });
    const value = await check();
    if (value === undefined) {
      const forgetBefore = new Date(Date.parse(at) - forgetAfterMs).toISOString();
      await countFailure(db, nameHash, at, forgetBefore);
      return refuse({ code: 'wrong' });
    }
    if (before) await clearFailures(db, nameHash);
    return ok(value);
  });
}

/** Forgets the failures at a name: whoever runs the team has vouched for them. */
export const forgetFailures = (db: Database, name: string) => clearFailures(db, hashId(name));
