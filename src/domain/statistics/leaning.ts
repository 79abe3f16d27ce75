import { mean } from 'simple-statistics';

/** One rating by one observer of somebody, 1 to 5. */
export interface Rating {
  observer: string;
  subject: string;
  rating: number;
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
  const bySubject = Map.groupBy(ratings, ({ subject }) => subject);
  const apart = [...bySubject.values()].flatMap((about) => {
    const own = about.filter((one) => one.observer === observer).map(({ rating }) => rating);
    const others = about.filter((one) => one.observer !== observer).map(({ rating }) => rating);
    return own.length && others.length ? [mean(own) - mean(others)] : [];
  });
  return apart.length ? { leaning: mean(apart), compared: apart.length } : undefined;
}
