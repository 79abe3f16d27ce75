import type { Person } from '#domain/access/person.ts';
import { londonDate } from '#domain/london-time.ts';
import type { Task } from '#domain/observation/tasks.ts';
import type { Database } from '#db';
import { beginObservation } from '../begin-observation.ts';
import { signObservation } from '../sign-observation.ts';

/** What an observer puts down about somebody who is made up. */
export interface MadeUpVisit {
  task: Task;
  /** The trust they put down, by competency. */
  trust: Record<string, number>;
  seen: string;
  personSaid: string;
}

/** Observes somebody who is made up through the product's own verbs. Returns the observation's id. */
export async function observeMadeUp(
  db: Database,
  observer: Person,
  worker: Person,
  at: string,
  { task, trust, seen, personSaid }: MadeUpVisit,
): Promise<string> {
  const begun = await beginObservation(db, observer, worker.id, Object.keys(trust), at);
  if (!begun.ok) throw new Error(`An observation could not be begun: ${begun.problem.code}.`);
  const ratings = Object.fromEntries(
    Object.entries(trust).map(([id, level]) => [`entrustment-${id}`, level]),
  );
  const form = {
    observedOn: londonDate(at),
    observedTime: '08:15',
    place: 'Larkfield House',
    task,
    seen,
    personSaid,
    consent: personSaid ? 'agreed' : 'not-asked',
    ...ratings,
  };
  const signed = await signObservation(db, observer, begun.value.id, form, at);
  if (!signed.ok)
    throw new Error(`An observation could not be signed: ${JSON.stringify(signed.problem)}.`);
  return begun.value.id;
}
