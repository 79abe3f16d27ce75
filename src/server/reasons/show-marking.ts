import type { MarkOf } from '#domain/reasons/conclude-marks.ts';
import type { StoredMarking } from '#db';

/** One marker's marks, in words. */
export interface ShownMarking {
  round: number;
  by: string;
  markerId: string;
  at: string;
  outcome: 'shown' | 'not-yet';
  marks: { indicator: string; text: string; mark: MarkOf; reason: string }[];
}

/** A marking with the name of its marker and the words of its indicators. */
export const showMarking = (
  { round, markerId, at, outcome, marks }: StoredMarking,
  nameOf: (id: string) => string,
  indicators: Record<string, { text: string }>,
): ShownMarking => ({
  ...{ round, markerId, at, outcome },
  by: nameOf(markerId),
  marks: marks.map((one) => ({ ...one, text: indicators[one.indicator]?.text ?? one.indicator })),
});
