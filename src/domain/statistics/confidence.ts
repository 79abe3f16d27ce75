import { mean } from 'simple-statistics';
import type { Policy } from '../profile/policy.ts';

/** How sure somebody said they were. Never part of a result. */
export type Sureness = 'unsure' | 'fairly-sure' | 'sure';

/** One decision about which somebody said how sure they were. */
export interface SaidSure {
  sureness: Sureness;
  /** What the choice was worth, 0 to 1. */
  credit: number;
  harmful: boolean;
}

/** How sure and how sound decisions were, beside each other (method §8). */
export interface Calibration {
  decisions: number;
  /** Mean confidence less mean credit: above 0 they were surer than they were sound. */
  calibration: number;
  /** Mean squared distance of confidence from outcome: 0 is best. */
  brier: number;
  /** Sure, and it would have done harm: to be talked about first. */
  sureAndHarmful: number;
  /** Not sure, and sound: to be told so. */
  unsureAndRight: number;
}

/** Compares how sure somebody was with how sound they chose, or nothing where they never said. */
export function calibrate(
  said: readonly SaidSure[],
  confidence: Policy['confidence'],
): Calibration | undefined {
  if (!said.length) return undefined;
  const sure = said.map(({ sureness }) => confidence[sureness]);
  const credit = said.map((one) => one.credit);
  return {
    decisions: said.length,
    calibration: mean(sure) - mean(credit),
    brier: mean(sure.map((p, at) => (p - credit[at]!) ** 2)),
    sureAndHarmful: said.filter((one) => one.sureness === 'sure' && one.harmful).length,
    unsureAndRight: said.filter((one) => one.sureness === 'unsure' && one.credit === 1).length,
  };
}
