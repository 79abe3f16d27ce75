import type { Reliability } from '#domain/outcomes/anchor-scores.ts';
import type { Share } from '#domain/outcomes/count-options.ts';
import type { Policy } from '#domain/profile/policy.ts';
import type { Decision } from '#domain/scenario/decision.ts';
import type { Calibration } from '#domain/statistics/confidence.ts';

type Statistics = Policy['statistics'];

/** A share from 0 to 1 as a whole number in a hundred. */
export const inHundred = (share: number): string => `${Math.round(share * 100)} in 100`;

/** A share with its interval: "18 of 42 chose it. 43 in 100, likely between 29 and 58". */
export const sayShare = (
  { count, of, share, interval: [low, high] }: Share,
  did: string = '',
): string =>
  `${count} of ${of}${did && ` ${did}`}. ${inHundred(share)}, likely between ${Math.round(low * 100)} and ${Math.round(high * 100)}`;

/** A number from −1 to 1 with its sign, as a table prints it. */
export const sayNumber = (value: number): string =>
  value.toFixed(2).replace('-', '−').replace('−0.00', '0.00');

/** What it is that people did with an option, by the kind of its decision. */
export const tookWords: Record<Decision['kind'], string> = {
  'best-action': 'chose it',
  pick: 'picked it',
  rank: 'put it in the place that the key gives it',
  rate: 'rated it as the key does',
  rationale: '',
};

/** How a decision goes with the rest of its story, in words beside the number. */
export function sayItemTotal(
  value: number | undefined,
  { 'item-total': goes }: Statistics,
): string {
  if (value === undefined) return 'Cannot be told: everybody did alike.';
  const words =
    value < 0
      ? 'against the rest: suspect the key'
      : value < goes.review
        ? 'hardly with the rest'
        : value < goes.good
          ? 'with the rest, somewhat'
          : 'well with the rest';
  return `${sayNumber(value)}, ${words}`;
}

/** How easy a decision is, in words beside the number. */
export function sayDifficulty(value: number, { difficulty: [low, high] }: Statistics): string {
  const words = value < low ? ', hard' : value > high ? ', very easy' : '';
  return `${inHundred(value)} of the credit was earned on average${words}`;
}

/** How sure people were beside how sound they chose. */
export function sayCalibration({ calibration, brier, decisions }: Calibration): string {
  const apart = Math.round(Math.abs(calibration) * 100);
  const words =
    apart < 5
      ? 'People were about as sure as they were sound'
      : calibration > 0
        ? `People were surer than sound, by ${apart} in 100`
        : `People were less sure than they could be, by ${apart} in 100`;
  return `${words} (calibration ${sayNumber(calibration)}, Brier score ${brier.toFixed(2)}, ${decisions} decisions).`;
}

/** How far a total over the anchors can be trusted, its error always beside it. */
export function sayReliability({ alpha, error, anchors, isAllOrNothing }: Reliability): string {
  if (alpha === undefined || error === undefined)
    return 'It cannot be told how its decisions hang together: everybody earned the same.';
  const name = isAllOrNothing ? 'KR-20' : 'alpha';
  return `Over its ${anchors} anchors ${name} is ${sayNumber(alpha)}. A total of ${anchors} may be out by ${error.toFixed(1)} either way by chance alone (standard error of measurement).`;
}
