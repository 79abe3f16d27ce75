import type { Policy } from '../profile/policy.ts';
import { calibrate, type Calibration, type SaidSure } from '../statistics/confidence.ts';
import { mayShowGroup } from '../statistics/silence.ts';

/** A decision that somebody was sure or not sure about, as it is named on a page. */
export interface NamedSureness extends SaidSure {
  attemptId: string;
  moveId: string;
  scenario: string;
  sceneTitle: string;
}

/** How sure and how sound, beside each other, with the decisions to talk about. */
export interface ComparedSureness<Said extends SaidSure> {
  /** About how many decisions they said how sure they were. */
  decisions: number;
  /** The figures; nothing while there are too few to say anything. */
  figures: Calibration | null;
  /** How many decisions it takes. */
  least: number;
  /** Sure, and it would have done harm. */
  sureAndHarmful: Said[];
  /** Not sure, and sound. */
  unsureAndRight: Said[];
}

/**
 * Compares how sure somebody was with how sound they chose (method §8). The figures are silent while
 * they rest on few decisions; the decisions to talk about are named from the first on.
 */
export function compareSureness<Said extends SaidSure>(
  said: readonly Said[],
  { confidence, statistics }: Pick<Policy, 'confidence' | 'statistics'>,
): ComparedSureness<Said> {
  const cell = (counted: 'sureAndHarmful' | 'unsureAndRight') =>
    said.filter((one) => calibrate([one], confidence)![counted] === 1);
  return {
    decisions: said.length,
    figures: mayShowGroup(said.length, statistics) ? calibrate(said, confidence)! : null,
    least: statistics['smallest-group'],
    sureAndHarmful: cell('sureAndHarmful'),
    unsureAndRight: cell('unsureAndRight'),
  };
}
