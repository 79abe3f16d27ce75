import betaCdf from '@stdlib/stats-base-dists-beta-cdf';

/**
 * How sure we may be that true judgement lies above the cut (method §5): with credit s over n
 * independent anchors the posterior is Beta(s + ½, n − s + ½), and p = 1 − BetaCDF(cut).
 */
export const probabilityMeets = (credit: number, anchors: number, cut: number): number =>
  1 - betaCdf(cut, credit + 0.5, anchors - credit + 0.5);

/**
 * Anchors of one scenario hang together, so m of them count as m / (1 + (m − 1)·ρ) independent ones
 * (method §5, design effect).
 */
export const effectiveAnchors = (anchors: number, correlation: number): number =>
  anchors / (1 + (anchors - 1) * correlation);
