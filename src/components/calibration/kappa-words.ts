import type { Agreement } from '#domain/calibration/compare-ratings.ts';

/** Agreement as numbers, for who wants them: how many exactly alike, and weighted kappa. */
export const sayKappa = ({ kappa, exact, cases }: Agreement): string =>
  `Exactly alike in ${Math.round(exact * cases)} of ${cases} cases. ${
    kappa === undefined
      ? 'Weighted kappa cannot be told: both said one thing throughout.'
      : `Weighted kappa ${kappa.toFixed(2).replace('-', '−')}, where 1 is full agreement and 0 is chance.`
  }`;
