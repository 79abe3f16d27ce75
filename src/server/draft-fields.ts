import { londonDate, londonClock } from '#domain/london-time.ts';
import type { StoredObservation } from '#db';

/** The fields of an observation's form as they stand before anything is typed. */
export function draftFields(
  competencies: readonly { id: string }[],
  corrects: StoredObservation | null,
  today: string,
): Record<string, string> {
  const rated = new Map(corrects?.ratings.map((one) => [one.competency, one.entrustment]));
  const observedAt = corrects?.observedAt;
  return {
    observedOn: observedAt ? londonDate(observedAt) : today,
    observedTime: observedAt ? londonClock(observedAt) : '',
    place: corrects?.place ?? '',
    task: corrects?.task ?? '',
    seen: corrects?.seen ?? '',
    personSaid: corrects?.personSaid ?? '',
    ...Object.fromEntries(
      competencies.map(({ id }) => [`entrustment-${id}`, String(rated.get(id) ?? '')]),
    ),
  };
}
