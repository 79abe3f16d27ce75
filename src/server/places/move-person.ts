import { z } from 'zod';
import { changePlaces as planChange } from '#domain/access/change-places.ts';
import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import {
  changePlaces,
  hasOtherManagerEverywhere,
  isConflict,
  listMemberships,
  listServices,
  type Database,
} from '#db';
import { keeperOf } from '../auth/session-keeper.ts';
import { findSubject } from '../find-subject.ts';
import { malformed, toMalformed } from '../malformed.ts';
import { listOwnServices } from './choose-service.ts';

const Wanted = z.object({ services: z.array(z.string()), everywhere: z.boolean() });

/** Somebody whose place may be changed, with what may be chosen and where they have worked. */
export async function readMoving(db: Database, manager: Person, personId: string) {
  const person = await findSubject(db, manager, 'move-person', personId);
  if (!person) return undefined;
  const [services, history] = await Promise.all([
    listOwnServices(db, manager),
    listMemberships(db, personId),
  ]);
  return { person, services, history };
}

/** Says where somebody works from now on. Who was there before reads nothing more of theirs. */
export async function movePerson(
  db: Database,
  manager: Person,
  personId: string,
  body: unknown,
  at = new Date().toISOString(),
): Promise<Result<void, Malformed | { code: 'not-found' }>> {
  const person = await findSubject(db, manager, 'move-person', personId);
  if (!person) return refuse({ code: 'not-found' });
  const parsed = Wanted.safeParse(body);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const known = (await listServices(db)).map(({ id }) => id);
  const change = planChange(manager, person, parsed.data, known);
  if (!change.ok) return change;
  const wasIt = person.role === 'manager' && person.everywhere && !change.value.everywhere;
  if (wasIt && !(await hasOtherManagerEverywhere(db, personId)))
    return refuse(malformed('services', 'They are the only manager for every service.'));
  try {
    await changePlaces(db, personId, change.value, { by: manager.id, at });
  } catch (reason) {
    // Somebody else said so a moment before: what they said stands, and is shown.
    if (!isConflict(reason)) throw reason;
    return refuse(malformed('services', 'This was changed meanwhile. Look at it again.'));
  }
  keeperOf(db).cache.dropPerson(personId);
  return ok(undefined);
}
