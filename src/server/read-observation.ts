import { z } from 'zod';
import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import {
  findCorrection,
  findObservation,
  findPerson,
  insertReply,
  type Database,
  type StoredObservation,
} from '#db';
import { toMalformed } from './malformed.ts';
import { readFrameworks } from './content/read-frameworks.ts';
import { noteReading } from './note-reading.ts';
import { FormId, storeOnce } from './store-once.ts';
import { findSubject } from './find-subject.ts';

/** A signed observation as the worker and those who may read their record see it. */
export interface ReadObservation {
  observation: StoredObservation;
  person: Person;
  observer: Person;
  own: boolean;
  mine: boolean;
  correctedBy: string | undefined;
  titles: Record<string, string>;
}

/** Reads a signed observation. A draft is its observer's alone and is read elsewhere. */
export async function readObservation(
  db: Database,
  viewer: Person,
  id: string,
  at = new Date().toISOString(),
): Promise<Result<ReadObservation, { code: 'not-found' }>> {
  const observation = await findObservation(db, id);
  if (
    !observation?.signedAt ||
    !(await findSubject(db, viewer, 'read-record', observation.personId))
  )
    return refuse({ code: 'not-found' });
  const [person, observer, correctedBy, frameworks] = await Promise.all([
    findPerson(db, observation.personId),
    findPerson(db, observation.observerId),
    findCorrection(db, id),
    readFrameworks(),
  ]);
  await noteReading(db, viewer, observation.personId, 'observation', at);
  const titles = Object.fromEntries(
    observation.competencies.map((one) => [
      one,
      frameworks.competencies.competencies[one]?.title ?? one,
    ]),
  );
  return ok({
    observation,
    person: person!,
    observer: observer!,
    own: viewer.id === observation.personId,
    mine: viewer.id === observation.observerId,
    correctedBy,
    titles,
  });
}

const Reply = z.object({
  formId: FormId,
  words: z
    .string()
    .trim()
    .min(1, 'Write your reply first.')
    .max(4000, 'Use 4,000 characters or fewer.'),
});

/** Adds the worker's reply to an observation of them. It becomes part of the record. */
export async function replyToObservation(
  db: Database,
  person: Person,
  id: string,
  body: unknown,
  at = new Date().toISOString(),
): Promise<Result<void, Malformed | { code: 'not-found' }>> {
  const observation = await findObservation(db, id);
  if (
    !observation?.signedAt ||
    !(await findSubject(db, person, 'reply-to-observation', observation.personId))
  )
    return refuse({ code: 'not-found' });
  const parsed = Reply.safeParse(body);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const { formId, words } = parsed.data;
  const reply = { observationId: id, words };
  await storeOnce(formId, reply, (rowId) => insertReply(db, { id: rowId, ...reply, at }));
  return ok(undefined);
}
