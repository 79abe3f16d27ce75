import {
  findSecondFactor,
  isSpent,
  listUnusedCodes,
  takeRecoveryCode,
  takeStep,
  type Database,
} from '#db';
import type { Result } from '#domain/result.ts';
import { hashRecoveryCode } from './recovery-codes.ts';
import { countedByCode, slowedDown, type Guess } from '../auth/slowed-down.ts';
import { findStep } from './totp.ts';

/** A code as it was meant: apps show it in two groups. */
export const tidyCode = (typed: string): string => typed.replaceAll(/[\s-]/g, '');

/**
 * Takes a code of somebody's app, or a recovery code, which is good once. Guessing is slowed down for
 * each person.
 */
export const takeCode = (
  db: Database,
  personId: string,
  typed: string,
  at: string,
): Promise<Result<true, Guess>> =>
  slowedDown(db, [{ name: countedByCode(personId) }], at, async () => {
    try {
      const spend = await findSpending(db, personId, typed, at);
      await spend?.();
      return spend && true;
    } catch (reason) {
      // The same code was taken elsewhere a moment before.
      if (isSpent(reason)) return undefined;
      throw reason;
    }
  });

/** The write that uses a code up, where it is good. */
async function findSpending(
  db: Database,
  personId: string,
  typed: string,
  at: string,
): Promise<(() => Promise<void>) | undefined> {
  const factor = await findSecondFactor(db, personId);
  if (!factor?.confirmedAt) return undefined;
  const code = tidyCode(typed);
  if (/^\d{6}$/.test(code)) {
    const step = findStep(factor.secret, code, at);
    return step !== undefined && step > factor.lastStep
      ? () => takeStep(db, personId, step)
      : undefined;
  }
  const hash = hashRecoveryCode(personId, typed);
  const unused = await listUnusedCodes(db, personId);
  return unused.includes(hash) ? () => takeRecoveryCode(db, personId, hash, at) : undefined;
}
