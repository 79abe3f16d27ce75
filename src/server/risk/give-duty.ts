import { z } from 'zod';
import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { insertDuty, isConflict, listDutiesGiven, type Database } from '#db';
import { readRisk } from '../content/read-risk.ts';
import { malformed, toMalformed } from '../malformed.ts';
import { FormId, storeOnce } from '../store-once.ts';
import { findSubject } from '../find-subject.ts';

const Giving = z.object({ formId: FormId, duty: z.string().min(1, 'Choose a duty.') });

type Refused = Malformed | { code: 'not-found' };

/** Gives somebody a duty. It may be given before they are ready: an alert then says so. */
export async function giveDuty(
  db: Database,
  manager: Person,
  personId: string,
  body: unknown,
  at = new Date().toISOString(),
): Promise<Result<void, Refused>> {
  if (!(await findSubject(db, manager, 'give-duty', personId)))
    return refuse({ code: 'not-found' });
  const parsed = Giving.safeParse(body);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const { formId, duty } = parsed.data;
  const { duties } = (await readRisk()).duties;
  const known = Object.hasOwn(duties, duty) ? duties[duty] : undefined;
  if (!known || known['health-task'])
    return refuse(malformed('duty', 'Choose a duty from the list.'));
  const given = { personId, duty, givenBy: manager.id };
  const held = await listDutiesGiven(db, at, personId);
  const already = refuse(malformed('duty', 'They carry this duty already.'));
  // The same form sent twice is not a second giving.
  if (held.some((one) => one.duty === duty && one.endedAt === null))
    return formId && held.some(({ id }) => id.slice(0, 14) === formId.slice(0, 14))
      ? ok(undefined)
      : already;
  try {
    await storeOnce(formId, given, (id) => insertDuty(db, { id, ...given, at }));
  } catch (reason) {
    // Somebody else gave it at the same moment.
    if (!isConflict(reason)) throw reason;
    return already;
  }
  return ok(undefined);
}
