import { randomUUIDv7 } from 'node:crypto';
import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import {
  findCorrection,
  findObservation,
  insertObservation,
  lastRead,
  listOpenObservations,
  type Database,
} from '#db';
import { inTurn } from './in-turn.ts';
import { malformed } from './malformed.ts';
import { readObservationTemplates } from './content/read-observation-templates.ts';
import { readFrameworks } from './content/read-frameworks.ts';
import { findSubject } from './find-subject.ts';

const most = 4;

/**
 * Begins an observation. From now on this observer is shown no scenario result for its competencies,
 * until they sign or discard it; when they had last opened the profile is kept with it.
 */
export async function beginObservation(
  db: Database,
  observer: Person,
  personId: string,
  competencies: string[],
  at = new Date().toISOString(),
  template: string | null = null,
): Promise<Result<{ id: string }, Malformed | { code: 'not-found' }>> {
  if (!(await findSubject(db, observer, 'observe', personId))) return refuse({ code: 'not-found' });
  const known = (await readFrameworks()).competencies.competencies;
  const chosen = [...new Set(competencies)].filter((id) => Object.hasOwn(known, id));
  if (!chosen.length)
    return refuse(malformed('competencies', 'Choose what you saw: at least one.'));
  if (chosen.length > most)
    return refuse(
      malformed('competencies', `Choose ${most} or fewer. Nobody can watch more than that well.`),
    );
  const wanted = [...chosen].sort().join();
  return inTurn(`observe ${observer.id}`, async () => {
    const same = (await listOpenObservations(db, observer.id)).find(
      (draft) =>
        draft.personId === personId &&
        !draft.supersedes &&
        draft.template === template &&
        [...draft.competencies].sort().join() === wanted,
    );
    // Pressed twice: the draft already there is the one to go on with.
    if (same) return ok({ id: same.id });
    const id = randomUUIDv7();
    const profileOpenedAt = await lastRead(db, observer.id, personId);
    await insertObservation(db, {
      id,
      personId,
      observerId: observer.id,
      competencies: chosen,
      begunAt: at,
      profileOpenedAt,
      supersedes: null,
      template,
    });
    return ok({ id });
  });
}

/** Begins an observation of a task for which there is a template: it says what it is about. */
export async function beginFromTemplate(
  db: Database,
  observer: Person,
  personId: string,
  name: string,
  at = new Date().toISOString(),
): Promise<Result<{ id: string }, Malformed | { code: 'not-found' }>> {
  if (!(await findSubject(db, observer, 'observe', personId))) return refuse({ code: 'not-found' });
  const template = (await readObservationTemplates()).find(({ id }) => id === name);
  if (!template) return refuse(malformed('template', 'Choose what you will watch.'));
  return beginObservation(db, observer, personId, template.competencies, at, template.id);
}

/** Begins a correction: a new observation that will supersede a signed one of the same observer. */
export async function beginCorrection(
  db: Database,
  observer: Person,
  observationId: string,
  at = new Date().toISOString(),
): Promise<Result<{ id: string }, { code: 'not-found' }>> {
  const signed = await findObservation(db, observationId);
  if (
    !signed?.signedAt ||
    signed.observerId !== observer.id ||
    !(await findSubject(db, observer, 'observe', signed.personId))
  )
    return refuse({ code: 'not-found' });
  return inTurn(`observe ${observer.id}`, async () => {
    // Only the newest of a chain is corrected, and by one draft at a time.
    if (await findCorrection(db, observationId)) return refuse({ code: 'not-found' });
    const begun = (await listOpenObservations(db, observer.id)).find(
      (draft) => draft.supersedes === observationId,
    );
    if (begun) return ok({ id: begun.id });
    const id = randomUUIDv7();
    const { personId, competencies, template } = signed;
    const profileOpenedAt = await lastRead(db, observer.id, personId);
    await insertObservation(db, {
      id,
      personId,
      observerId: observer.id,
      competencies,
      begunAt: at,
      profileOpenedAt,
      supersedes: observationId,
      template,
    });
    return ok({ id });
  });
}
