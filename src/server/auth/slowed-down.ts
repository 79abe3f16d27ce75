import { clearFailures, countFailure, findFailures, type Database, noting } from '#db';
import { ok, refuse, type Result } from '#domain/result.ts';
import { freeFailuresOnTablet, secondsToWait } from '#domain/access/slow-down.ts';
import { hashId } from './hash-id.ts';
import { inTurn } from '../in-turn.ts';

/** What was typed was not the right one, or too many were tried and it is time to wait. */
export type Guess = { code: 'wrong' } | { code: 'wait'; seconds: number };

/** What failures are counted by, and how many in a row cost nothing. */
export interface Counted {
  name: string;
  free?: number;
  /** Several people are counted by it: what one of them gets right makes good only their own failures. */
  shared?: true;
}

/** Failures of somebody's PIN. Apart from those of their password, which they need on their own phone. */
export const countedByPin = (personId: string): string => `PIN ${personId}`;

/**
 * Failures of a joining code typed on a shared tablet. Apart from signing in by the same user name, for
 * the same reason.
 */
export const countedByJoining = (username: string): string => `JOIN ${username}`;

/** Failures of anybody's PIN or joining code on one shared tablet. */
export const countedByTablet = (deviceId: string): Counted => ({
  name: `TABLET ${deviceId}`,
  free: freeFailuresOnTablet,
  shared: true,
});

/** Failures of the codes of somebody's app, and of their recovery codes. */
export const countedByCode = (personId: string): string => `CODE ${personId}`;

const forgetAfterMs = 24 * 60 * 60 * 1000;

/**
 * Runs a check of a password, a PIN or a code and counts failures in a row by the name it was tried for,
 * or by several such names. After too many at any of them the check is not run at all for a while,
 * right or not. A user name is typed in small letters here: names that begin with a capital are ours.
 */
export async function slowedDown<Value>(
  db: Database,
  tried: string | readonly Counted[],
  at: string,
  check: () => Promise<Value | undefined>,
): Promise<Result<Value, Guess>> {
  const names = typeof tried === 'string' ? [{ name: tried }] : tried;
  const counted = names.map(({ name, free }) => ({ nameHash: hashId(name), free }));
  const hashes = counted.map(({ nameHash }) => nameHash).toSorted();
  const hashesOf = (shared: boolean) =>
    names.filter((one) => Boolean(one.shared) === shared).map(({ name }) => hashId(name));

  const guess = async (): Promise<Result<Value, Guess>> => {
    const before = await findFailures(db, hashes);
    const waits = before.map(({ nameHash, failures, lastAt }) => {
      const free = counted.find((one) => one.nameHash === nameHash)?.free;
      return secondsToWait(failures, lastAt, at, free);
    });
    const seconds = Math.max(0, ...waits);
    if (seconds > 0) return refuse({ code: 'wait', seconds });
    const value = await check();
    if (value === undefined) {
      const forgetBefore = new Date(Date.parse(at) - forgetAfterMs).toISOString();
      noting({ refused: 'wrong' });
      await countFailure(db, hashes, at, forgetBefore);
      return refuse({ code: 'wrong' });
    }
    if (before.length) {
      const [own, shared] = [hashesOf(false), hashesOf(true)];
      const mine = before.filter(({ nameHash }) => own.includes(nameHash));
      const failures = Math.max(0, ...mine.map((one) => one.failures));
      await clearFailures(db, own, { hashes: shared, failures });
    }
    return ok(value);
  };
  // One guess at a time for each name, or many sent at once would all be judged by the same count.
  // Always in the same order, so that no two wait for each other.
  return hashes.reduceRight<() => Promise<Result<Value, Guess>>>(
    (task, nameHash) => () => inTurn(`${db.url} ${nameHash}`, task),
    guess,
  )();
}

/** Forgets the failures at a name: whoever runs the team has vouched for them. */
export const forgetFailures = (db: Database, ...names: string[]) =>
  clearFailures(db, names.map(hashId));
