import { londonDate, londonClock } from '#domain/london-time.ts';
import type { StoredObservation } from '#db';

/** The fields of an observation's form as they stand: as kept, as signed before, or empty. */
export function draftFields(
  competencies: readonly { id: string }[],
  corrects: StoredObservation | null,
  today: string,
  kept: { template: string; fields: Record<string, string> } = { template: '', fields: {} },
): Record<string, string> {
  const rated = new Map(corrects?.ratings.map((one) => [one.competency, one.entrustment]));
  const observedAt = corrects?.observedAt;
  const empty = {
    observedOn: observedAt ? londonDate(observedAt) : today,
    observedTime: observedAt ? londonClock(observedAt) : '',
    place: corrects?.place ?? '',
    task: corrects?.task ?? kept.template,
    seen: corrects?.seen ?? '',
    personSaid: corrects?.personSaid ?? '',
    consent: corrects?.consent ?? '',
    ...Object.fromEntries(
      competencies.map(({ id }) => [`entrustment-${id}`, String(rated.get(id) ?? '')]),
    ),
  };
  // Only what the form asks for: the competencies never change, but a kept text is only a text.
  return Object.fromEntries(
    Object.entries(empty).map(([name, value]) => [name, kept.fields[name] ?? value]),
  );
}
