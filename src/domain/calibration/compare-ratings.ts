import { median } from 'simple-statistics';
import type { Policy } from '../profile/policy.ts';
import { cohenKappa, exactAgreement, tabulate } from '../statistics/agreement.ts';
import { mayShowGroup } from '../statistics/silence.ts';
import { distancesOf } from '../statistics/leaning.ts';
import type { EditedVignette } from './vignette.ts';

/** What one observer said of one vignette. */
export interface VignetteRating {
  personId: string;
  vignette: string;
  entrustment: number;
  words: string;
}

const steps = 5;
type Rules = Pick<Policy, 'statistics' | 'calibration'>;

/** How far two sets of ratings of the same vignettes agree. */
export interface Agreement {
  cases: number;
  /** Weighted by the square of the distance; absent where chance explains everything. */
  kappa?: number;
  /** The share rated exactly the same. */
  exact: number;
  /** Steps of trust above (kinder) or below (stricter) the other, on average. */
  by: number;
  /** What it comes to. */
  verdict: 'agrees' | 'kinder' | 'stricter' | 'apart';
}

/** Compares two sets of ratings of the same cases, pair by pair; nothing where there is no pair. */
export function compareRatings(
  pairs: readonly (readonly [own: number, other: number])[],
  { calibration }: Rules,
): Agreement | undefined {
  if (!pairs.length) return undefined;
  const table = tabulate(pairs, steps);
  const kappa = cohenKappa(table, 'quadratic');
  const exact = exactAgreement(table);
  const by = pairs.reduce((sum, [own, other]) => sum + own - other, 0) / pairs.length;
  const leans = Math.abs(by) >= calibration.leaning;
  const agrees = kappa === undefined ? exact === 1 : kappa >= calibration.kappa;
  const verdict = leans ? (by > 0 ? 'kinder' : 'stricter') : agrees ? 'agrees' : 'apart';
  return { cases: pairs.length, exact, by, verdict, ...(kappa !== undefined && { kappa }) };
}

/** An observer's ratings beside the panel's: of the editions that are in force. */
export const compareWithPanel = (
  own: readonly VignetteRating[],
  vignettes: readonly EditedVignette[],
  policy: Rules,
): Agreement | undefined =>
  compareRatings(
    vignettes.flatMap(({ edition, trust }) => {
      const said = own.find(({ vignette }) => vignette === edition);
      return said ? [[said.entrustment, trust] as const] : [];
    }),
    policy,
  );

/** How far an observer lies from the others on the same vignettes; nothing where too few others rated. */
export function compareWithOthers(
  personId: string,
  ratings: readonly VignetteRating[],
  { statistics }: Rules,
): number | undefined {
  const others = new Set(ratings.map((one) => one.personId));
  others.delete(personId);
  if (!mayShowGroup(others.size, statistics)) return undefined;
  const apart = distancesOf(
    personId,
    ratings.map((one) => ({
      observer: one.personId,
      subject: one.vignette,
      rating: one.entrustment,
    })),
  );
  return apart.length ? apart.reduce((sum, one) => sum + one, 0) / apart.length : undefined;
}

/** How others rated one vignette, without their names. */
export interface Spread {
  median: number;
  lowest: number;
  highest: number;
  people: number;
}

/** The others' ratings of one vignette; nothing where they are too few to stay unknown. */
export function spreadOf(
  ratings: readonly VignetteRating[],
  edition: string,
  except: string,
  { statistics }: Rules,
): Spread | undefined {
  const others = ratings
    .filter((one) => one.vignette === edition && one.personId !== except)
    .map(({ entrustment }) => entrustment);
  if (!mayShowGroup(others.length, statistics)) return undefined;
  return {
    median: median(others),
    lowest: Math.min(...others),
    highest: Math.max(...others),
    people: others.length,
  };
}
