import type { Policy } from '../profile/policy.ts';
import { cohenKappa, exactAgreement, tabulate } from '../statistics/agreement.ts';
import { voiceFor, type Voice } from '../statistics/silence.ts';
import type { MarkOf } from './conclude-marks.ts';

/** The marks of one text by one marker. */
export interface MarkedText {
  moveId: string;
  round: number;
  marks: readonly { indicator: string; mark: MarkOf }[];
}

/** How far first and second markers agree, over every indicator that both marked. */
export interface MarkersAgree {
  texts: number;
  pairs: number;
  voice: Voice;
  /** The share marked exactly alike; nothing while there is too little to say. */
  exact: number | undefined;
  /** Weighted by the square of how far apart; nothing where chance explains everything. */
  kappa: number | undefined;
  /** Whether it is as good as the policy asks. */
  enough: boolean;
}

const points: Record<MarkOf, number> = { 'not-shown': 1, partly: 2, shown: 3 };

/** Compares every text that was marked twice, indicator by indicator. Silent while there are few. */
export function compareMarks(
  texts: readonly MarkedText[],
  policy: Pick<Policy, 'statistics' | 'calibration'>,
): MarkersAgree {
  const firsts = new Map(texts.map((text) => [`${text.moveId} ${text.round}`, text]));
  const twice = texts.flatMap((second) => {
    const first = firsts.get(`${second.moveId} 1`);
    return second.round === 2 && first ? [{ first, second }] : [];
  });
  const pairs = twice.flatMap(({ first, second }) =>
    first.marks.flatMap(({ indicator, mark }) => {
      const other = second.marks.find((one) => one.indicator === indicator);
      return other ? [[points[mark], points[other.mark]] as const] : [];
    }),
  );
  const voice = voiceFor(pairs.length, policy.statistics);
  const counts = { texts: twice.length, pairs: pairs.length, voice };
  if (voice === 'silent') return { ...counts, exact: undefined, kappa: undefined, enough: false };
  const table = tabulate(pairs, 3);
  const kappa = cohenKappa(table, 'quadratic');
  const exact = exactAgreement(table);
  return { ...counts, exact, kappa, enough: (kappa ?? exact) >= policy.calibration.kappa };
}
