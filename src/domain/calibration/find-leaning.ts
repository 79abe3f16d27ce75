import { sampleStandardDeviation } from 'simple-statistics';
import type { Policy } from '../profile/policy.ts';
import { distancesOf, type Rating } from '../statistics/leaning.ts';

/** How an observer stands to the others who rated the same things. */
export interface Leaning {
  /** How many things both they and others rated. */
  compared: number;
  /** Too few to say anything, few enough for a warning, or enough. */
  voice: 'silent' | 'caution' | 'plain';
  /** Mean distance from the others, in steps of trust: below 0 is stricter. Absent where silent. */
  by?: number;
  /** Further from the others than the policy allows, and than chance would easily bring. */
  leans?: 'stricter' | 'kinder';
}

/** Two standard errors: what chance alone stays within, 95 times in 100. */
const errors = 1.96;

/**
 * How strict or kind an observer is beside others on the same people (method §10, hawks and doves). It
 * is about the observer: no worker is given a mean of what was said of them.
 */
export function findLeaning(
  observer: string,
  ratings: readonly Rating[],
  policy: Pick<Policy, 'statistics' | 'calibration'>,
): Leaning {
  const apart = distancesOf(observer, ratings);
  const compared = apart.length;
  const { statistics, calibration } = policy;
  if (compared < statistics['smallest-group']) return { compared, voice: 'silent' };
  const by = apart.reduce((all, one) => all + one, 0) / compared;
  const chance = (errors * sampleStandardDeviation(apart)) / Math.sqrt(compared);
  const isFar = Math.abs(by) >= calibration.leaning && Math.abs(by) > chance;
  return {
    compared,
    voice: compared < statistics['hide-under'] ? 'caution' : 'plain',
    by,
    ...(isFar && { leans: by < 0 ? 'stricter' : 'kinder' }),
  };
}
