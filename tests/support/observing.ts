import type { Database } from '#db';
import type { Person } from '#domain/access/person.ts';
import { beginObservation } from '#server/begin-observation.ts';
import { signObservation } from '#server/sign-observation.ts';

/** What an observer fills in, sound unless told otherwise. */
export const observationForm = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  observedOn: '2026-11-20',
  observedTime: '08:15',
  place: 'Rowan House',
  task: 'mealtime',
  seen: 'She sat down beside him and waited until he had swallowed.',
  personSaid: '',
  'entrustment-IP-01': '4',
  'entrustment-IP-02': '3',
  ...more,
});

/** A time after everything that the form tells of. */
export const signedAt = '2026-11-20T12:00:00.000Z';

/** Begins an observation; throws where that is refused. */
export async function begin(
  db: Database,
  observer: Person,
  worker: Person,
  competencies = ['IP-01'],
  at = '2026-11-20T08:00:00.000Z',
): Promise<string> {
  const begun = await beginObservation(db, observer, worker.id, competencies, at);
  if (!begun.ok) throw new Error(JSON.stringify(begun.problem));
  return begun.value.id;
}

/** Signs an observation; throws where that is refused. */
export async function sign(
  db: Database,
  observer: Person,
  id: string,
  more: Record<string, unknown> = {},
  at = signedAt,
): Promise<void> {
  const signed = await signObservation(db, observer, id, observationForm(more), at);
  if (!signed.ok) throw new Error(JSON.stringify(signed.problem));
}
