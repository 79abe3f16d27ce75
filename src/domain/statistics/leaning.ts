import { mean } from 'simple-statistics';

/** One rating by one observer of somebody, 1 to 5. */
export interface Rating {
  observer: string;
  subject: string;
  rating: number;
}

/** How far an observer lies from the mean of the others, for each subject that they and others rated. */
export function distancesOf(observer: string, ratings: readonly Rating[]): number[] {
  const bySubject = Map.groupBy(ratings, ({ subject }) => subject);
  return [...bySubject.values()].flatMap((about) => {
    const own = about.filter((one) => one.observer === observer).map(({ rating }) => rating);
    const others = about.filter((one) => one.observer !== observer).map(({ rating }) => rating);
    return own.length && others.length ? [mean(own) - mean(others)] : [];
  });
}

/**
 * How much stricter (below 0) or kinder (above 0) an observer is than others who rated the same people:
 * the mean of their distance from the mean of the others, person by person (method §10, hawks and
 * doves). Nothing where nobody else rated whom they rated.
 */
export function leaningOf(
  observer: string,
  ratings: readonly Rating[],
): { leaning: number; compared: number } | undefined {
  const apart = distancesOf(observer, ratings);
  return apart.length ? { leaning: mean(apart), compared: apart.length } : undefined;
}
