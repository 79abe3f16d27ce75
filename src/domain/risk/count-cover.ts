import type { Level } from '../scenario/words.ts';
import { coverOf, coverTogether, stateFor, type Cover } from './confirmed.ts';
import type { CompetencyStanding } from '../profile/fold-profile.ts';

/** Where one worker stands towards a need. `hidden` while the viewer may not see all that it rests on. */
export interface Stood {
  personId: string;
  cover: Cover | 'hidden';
  /** Which of the competencies are not covered yet. */
  missing: string[];
}

/** Where a worker stands towards everything that a need rests on. */
export function standTowards(
  personId: string,
  rests: Readonly<Record<string, Level>>,
  standingOf: (competency: string) => CompetencyStanding,
  isHidden: (competency: string) => boolean,
): Stood {
  const named = Object.keys(rests);
  if (named.some(isHidden)) return { personId, cover: 'hidden', missing: [] };
  const covers = named.map((competency) => ({
    competency,
    cover: coverOf(stateFor(standingOf(competency), rests[competency]!)),
  }));
  const missing = covers.filter(({ cover }) => cover !== 'confirmed').map((one) => one.competency);
  return { personId, cover: coverTogether(covers.map(({ cover }) => cover)), missing };
}

/** How many workers stand where towards one need. */
export type CoverCounts = Record<Stood['cover'], number>;

/** Counts workers by where they stand. */
export function countCover(stood: readonly Stood[]): CoverCounts {
  const counts: CoverCounts = { confirmed: 0, due: 0, nearly: 0, not: 0, hidden: 0 };
  for (const { cover } of stood) counts[cover] += 1;
  return counts;
}

/** Orders needs with the thinnest cover first: fewest confirmed, then fewest due, then fewest nearly. */
export const byThinnest = (a: CoverCounts, b: CoverCounts): number =>
  a.confirmed - b.confirmed || a.due - b.due || a.nearly - b.nearly;

const closeness: readonly Stood['cover'][] = ['due', 'nearly', 'not'];

/**
 * Who could be confirmed for a need with the least left to do: one person, never an order of them.
 * Nobody who is hidden or confirmed; of those equally close, the first in the order given.
 */
export function closestTo(stood: readonly Stood[], isOpen: (one: Stood) => boolean): Stood | null {
  const left = stood.filter((one) => closeness.includes(one.cover) && isOpen(one));
  return left.reduce<Stood | null>((best, one) => {
    if (!best) return one;
    const gap = closeness.indexOf(one.cover) - closeness.indexOf(best.cover);
    return gap < 0 || (gap === 0 && one.missing.length < best.missing.length) ? one : best;
  }, null);
}
