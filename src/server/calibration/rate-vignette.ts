import { may } from '#domain/access/permissions.ts';
import { z } from 'zod';
import type { EditedVignette } from '#domain/calibration/vignette.ts';
import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { insertCalibrationRating, isConflict, listCalibrationRatings, type Database } from '#db';
import { readVignettes } from '../content/read-vignettes.ts';
import { toMalformed } from '../malformed.ts';

/** A case as it is rated: nothing of what others or the panel say of it. */
export type BlindVignette = Pick<EditedVignette, 'id' | 'title' | 'task' | 'competency' | 'seen'>;

type Refusal = { code: 'not-found' } | { code: 'already-rated' };

async function findUnrated(
  db: Database,
  viewer: Person,
  id: string,
): Promise<Result<EditedVignette, Refusal>> {
  const found = (await readVignettes()).find((one) => one.id === id);
  if (!found || !may(viewer, 'calibrate', viewer)) return refuse({ code: 'not-found' });
  const rated = (await listCalibrationRatings(db)).some(
    ({ personId, vignette }) => personId === viewer.id && vignette === found.edition,
  );
  return rated ? refuse({ code: 'already-rated' }) : ok(found);
}

/** Reads a case that somebody has yet to rate. */
export async function readVignette(
  db: Database,
  viewer: Person,
  id: string,
): Promise<Result<BlindVignette, Refusal>> {
  const found = await findUnrated(db, viewer, id);
  if (!found.ok) return found;
  const { title, task, competency, seen } = found.value;
  return ok({ id, title, task, competency, seen });
}

const Rating = z.object({
  entrustment: z.coerce
    .number({ error: 'Choose how far you would trust this worker.' })
    .int('Choose how far you would trust this worker.')
    .min(1, 'Choose how far you would trust this worker.')
    .max(5, 'Choose how far you would trust this worker.'),
  words: z
    .string({ error: 'Write a line why.' })
    .trim()
    .min(1, 'Write a line why.')
    .max(1000, 'Use 1,000 characters or fewer.'),
});

/** Keeps what an observer says of a case: once for each edition of it, for a second word is not blind. */
export async function rateVignette(
  db: Database,
  observer: Person,
  id: string,
  body: unknown,
  at: string = new Date().toISOString(),
): Promise<Result<void, Malformed | Refusal>> {
  const found = await findUnrated(db, observer, id);
  if (!found.ok) return found;
  const parsed = Rating.safeParse(body);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const row = { personId: observer.id, vignette: found.value.edition, ...parsed.data, at };
  try {
    await insertCalibrationRating(db, row);
  } catch (reason) {
    if (!isConflict(reason)) throw reason;
    return refuse({ code: 'already-rated' });
  }
  return ok(undefined);
}
