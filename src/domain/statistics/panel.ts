import { mean, median, sampleVariance } from 'simple-statistics';
import type { Policy } from '../profile/policy.ts';

/** What one rater of a panel says of one option: how good it is, 1 to 5, and whether it harms. */
export interface PanelRating {
  rater: string;
  effective: number;
  harms: boolean;
}

/** What a panel comes to about one decision. */
export type PanelKey =
  | { agreed: false; why: 'too-few' | 'apart' | 'about-harm' | 'does-not-discriminate' }
  | { agreed: true; credit: Record<string, number>; harmful: string[] };

const points = 5;

/**
 * How far raters agree on one option: r_wg = 1 − s² / ((A² − 1) / 12), against raters who answer at
 * random (James and others 1984, method §9). 1 is full agreement; below 0 they are further apart than chance.
 */
export const withinGroup = (ratings: readonly number[], scale = points): number =>
  1 - sampleVariance([...ratings]) / ((scale ** 2 - 1) / 12);

/**
 * The key of a decision by what a panel rated, each rater alone (method §9). The effectiveness of an
 * option is its median; credits run from the least to the most effective, in quarters.
 */
export function keyByPanel(
  ratings: Readonly<Record<string, readonly PanelRating[]>>,
  panel: Policy['panel'],
): PanelKey {
  const options = Object.entries(ratings);
  const fewest = Math.min(...options.map(([, of]) => new Set(of.map(({ rater }) => rater)).size));
  if (fewest < panel.raters) return { agreed: false, why: 'too-few' };
  const effective = options.map(([id, of]) => [id, of.map((one) => one.effective)] as const);
  if (effective.some(([, of]) => withinGroup(of) < panel.agreement))
    return { agreed: false, why: 'apart' };
  const harmShare = (of: readonly PanelRating[]) => mean(of.map(({ harms }) => (harms ? 1 : 0)));
  const disagrees = ([, of]: (typeof options)[number]) =>
    Math.min(harmShare(of), 1 - harmShare(of)) > panel['harm-disagreement'];
  if (options.some(disagrees)) return { agreed: false, why: 'about-harm' };
  const medians = effective.map(([id, of]) => [id, median([...of])] as const);
  const least = Math.min(...medians.map(([, middle]) => middle));
  const most = Math.max(...medians.map(([, middle]) => middle));
  if (most - least < panel.spread) return { agreed: false, why: 'does-not-discriminate' };
  const inQuarters = (middle: number) => Math.round((4 * (middle - least)) / (most - least)) / 4;
  return {
    agreed: true,
    credit: Object.fromEntries(medians.map(([id, middle]) => [id, inQuarters(middle)])),
    harmful: options.filter(([, of]) => harmShare(of) > 0.5).map(([id]) => id),
  };
}
