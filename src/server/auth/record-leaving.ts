import { hasOtherManagerEverywhere, recordBack, recordLeft, type Database } from '#db';
import type { Actor, Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { fromLondonTime, londonDate } from '#domain/london-time.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { z } from 'zod';
import { findSubject } from '../find-subject.ts';
import { malformed, toMalformed } from '../malformed.ts';
import { keeperOf } from './session-keeper.ts';

const Leaving = z.object({
  leftOn: z.iso.date('Give the day they left.'),
  leftTime: z.iso.time({ precision: -1, error: 'Give the time as hours and minutes: 17:30.' }),
});

type Refused = Malformed | { code: 'not-found' };

/**
 * Why somebody cannot be let go, or nothing: one manager must stay who belongs to every service, or
 * nobody could let anybody in.
 */
export async function findLeavingProblem(
  db: Database,
  person: Pick<Person, 'id' | 'role' | 'everywhere'>,
): Promise<string | undefined> {
  if (person.role !== 'manager' || !person.everywhere) return undefined;
  return (await hasOtherManagerEverywhere(db, person.id)) ? undefined : lastManager;
}

const lastManager =
  'They are the only manager for every service. Add another one first, or nobody could let people in.';

/**
 * Notes the day and time at which somebody left (in England, not to come), and ends their access at
 * once, everywhere. Their record stays. Refuses oneself, and the last manager for every service.
 */
export async function recordLeaving(
  db: Database,
  actor: Actor,
  personId: string,
  body: unknown,
  at = new Date().toISOString(),
): Promise<Result<Person, Refused>> {
  const person = await findSubject(db, actor, 'record-leaving', personId);
  if (!person || person.leftAt) return refuse({ code: 'not-found' });
  const parsed = Leaving.safeParse(body);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const { leftOn, leftTime } = parsed.data;
  if (leftOn < person.startedOn)
    return refuse(malformed('leftOn', 'This is before the day they started.'));
  const leftAt = fromLondonTime(leftOn, leftTime);
  if (leftAt > at)
    return refuse(
      leftOn > londonDate(at)
        ? malformed('leftOn', 'Their access ends at once. Record it when they have left.')
        : malformed('leftTime', 'This time is still to come.'),
    );
  const problem = await findLeavingProblem(db, person);
  if (problem) return refuse(malformed('leftOn', problem));

  await recordLeft(db, personId, leftAt);
  keeperOf(db).cache.dropPerson(personId);
  const after = await findSubject(db, actor, 'record-leaving', personId);
  // Somebody else let the other one go a moment before.
  return after?.leftAt ? ok(after) : refuse(malformed('leftOn', lastManager));
}

/** Notes that somebody who left is back: on the team again, and still without a way in. */
export async function recordReturn(
  db: Database,
  actor: Actor,
  personId: string,
): Promise<Result<Person, { code: 'not-found' }>> {
  const person = await findSubject(db, actor, 'record-leaving', personId);
  if (!person?.leftAt) return refuse({ code: 'not-found' });
  await recordBack(db, personId);
  return ok(person);
}
