import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { readRatings, SignedForm, whyNotKept } from '#domain/observation/signed-form.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import {
  concerning,
  discardObservationRow,
  findCorrection,
  findObservation,
  isConflict,
  signObservationRow,
  type Database,
} from '#db';
import { findSubject } from './find-subject.ts';
import { malformed, toMalformed } from './malformed.ts';
import { readFrameworks } from './content/read-frameworks.ts';
import { fromLondonTime } from '#domain/london-time.ts';

type SignProblem = Malformed | { code: 'not-found' } | { code: 'already-signed' };

/** The observer's own draft, or nothing. Nobody else's draft can be seen, signed or discarded. */
export async function findOwnDraft(db: Database, observer: Pick<Person, 'id'>, id: string) {
  const draft = await findObservation(db, id);
  const open = draft && draft.observerId === observer.id && !draft.signedAt && !draft.discardedAt;
  if (!open) return undefined;
  concerning(draft.personId);
  return draft;
}

/**
 * Signs an observation: what was seen and how far the observer would trust the worker with each
 * competency. Once signed it is never edited; a correction is a new observation that supersedes it.
 */
export async function signObservation(
  db: Database,
  observer: Person,
  id: string,
  body: Record<string, unknown>,
  at = new Date().toISOString(),
): Promise<Result<{ personId: string }, SignProblem>> {
  const found = await findObservation(db, id);
  if (!found || found.observerId !== observer.id || found.discardedAt)
    return refuse({ code: 'not-found' });
  if (found.signedAt) return refuse({ code: 'already-signed' });
  // Either of the two may have moved on to other services meanwhile.
  if (!(await findSubject(db, observer, 'observe', found.personId)))
    return refuse({ code: 'not-found' });
  const parsed = SignedForm.safeParse(body);
  const { ratings, missing } = readRatings(
    found.competencies,
    (competency) => body[`entrustment-${competency}`],
  );
  const known = (await readFrameworks()).competencies.competencies;
  const titleOf = (competency: string) => known[competency]?.title ?? competency;
  const unkept = parsed.success && whyNotKept(parsed.data);
  const problems = [
    ...(parsed.success ? [] : toMalformed(parsed.error).problems),
    ...(unkept ? [{ field: 'consent', message: unkept }] : []),
    ...missing.map((competency) => ({
      field: `entrustment-${competency}`,
      message: `Choose how far you would trust them: ${titleOf(competency)}.`,
    })),
  ];
  if (!parsed.success || problems.length) return refuse({ code: 'malformed', problems });
  const { observedOn, observedTime, place, task, seen, personSaid, consent } = parsed.data;
  const observedAt = fromLondonTime(observedOn, observedTime);
  if (observedAt > at)
    return refuse(
      malformed('observedOn', 'You cannot have seen this in the future. Check the day and time.'),
    );
  if (found.supersedes && (await findCorrection(db, found.supersedes)))
    return refuse(
      malformed(
        'seen',
        'This observation has been corrected already. Correct the newest one instead.',
      ),
    );
  try {
    await signObservationRow(
      db,
      id,
      {
        ...{ observedAt, place, task, seen, signedAt: at },
        personSaid: personSaid || null,
        consent: consent || null,
      },
      ratings,
    );
  } catch (reason) {
    if (isConflict(reason)) return refuse({ code: 'already-signed' });
    throw reason;
  }
  // Discarded in another tab, after it was read here: then nothing was written.
  if (!(await findObservation(db, id))?.signedAt) return refuse({ code: 'not-found' });
  return ok({ personId: found.personId });
}

/** Discards the observer's own draft, so that results show to them again. */
export async function discardObservation(
  db: Database,
  observer: Pick<Person, 'id'>,
  id: string,
  at = new Date().toISOString(),
): Promise<Result<{ personId: string }, { code: 'not-found' }>> {
  const draft = await findOwnDraft(db, observer, id);
  if (!draft) return refuse({ code: 'not-found' });
  await discardObservationRow(db, id, at);
  return ok({ personId: draft.personId });
}
