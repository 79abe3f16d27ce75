import { randomUUIDv7 } from 'node:crypto';
import { z } from 'zod';
import { findPersonByUsername, insertPerson, isConflict, listServices, type Database } from '#db';
import { changePlaces, type Places } from '#domain/access/change-places.ts';
import { may } from '#domain/access/permissions.ts';
import { roles, type Actor, type Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { listRoleCategories } from '#server/list-role-categories.ts';
import { malformed, toMalformed } from '../malformed.ts';
import { newJoiningCode } from './joining-code.ts';

const usernameShape = /^[a-z0-9.-]{2,40}$/;

/** What is asked about somebody new. */
const NewPerson = z.object({
  name: z
    .string('Type their name.')
    .trim()
    .min(1, 'Type their name.')
    .max(80, 'Use 80 characters or fewer for the name.'),
  username: z
    .string('Type a user name.')
    .trim()
    .toLowerCase()
    .min(1, 'Type a user name.')
    .regex(
      usernameShape,
      'Use 2 to 40 letters, digits, dots or hyphens for the user name, such as amina.yusuf.',
    ),
  role: z.enum(roles, 'Choose what they do here.'),
  category: z.string('Choose their role category.').min(1, 'Choose their role category.'),
  startedOn: z.iso.date('Give the day they start as day, month and year.'),
  services: z.array(z.string()).default([]),
  everywhere: z.boolean().default(false),
});

/** What a form sends about somebody new, not checked yet. */
export type NewPersonInput = Partial<Record<keyof z.infer<typeof NewPerson>, unknown>>;

/** Somebody's joining code, and until when it is good. It is stored nowhere: show it once. */
export interface WayIn {
  person: Person;
  code: string;
  until: string;
}

/** Adds somebody to the team, with a joining code to sign in with first. */
export async function addPerson(
  db: Database,
  actor: Actor,
  input: NewPersonInput,
  at = new Date().toISOString(),
  id: string = randomUUIDv7(),
): Promise<Result<WayIn, Malformed | { code: 'not-allowed' }>> {
  if (!may(actor, 'add-person')) return refuse({ code: 'not-allowed' });
  const parsed = NewPerson.safeParse(input);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const places = await placeOf(db, actor, parsed.data);
  if (!places.ok) return places;
  const person: Person = { id, ...parsed.data, ...places.value, leftAt: null };

  const categories = await listRoleCategories();
  if (!categories.some(({ id }) => id === person.category)) {
    return refuse(malformed('category', 'Choose their role category.'));
  }
  if (await findPersonByUsername(db, person.username)) return refuse(taken);

  const { credential, ...wayIn } = await newJoiningCode(at);
  try {
    await insertPerson(db, person, credential, { by: actor.id, at });
  } catch (reason) {
    if (isConflict(reason)) return refuse(taken);
    throw reason;
  }
  return ok({ person, ...wayIn });
}

/** Where somebody new works. Where there is one service, there is nothing to choose. */
async function placeOf(
  db: Database,
  actor: Actor,
  wanted: Places,
): Promise<Result<Places, Malformed>> {
  const known = (await listServices(db)).map(({ id }) => id);
  const chosen = wanted.services.length === 0 && known.length === 1 ? known : wanted.services;
  const changed = changePlaces(actor, null, { ...wanted, services: chosen }, known);
  return changed.ok
    ? ok({ services: changed.value.begin, everywhere: wanted.everywhere })
    : changed;
}

const taken = malformed('username', 'Somebody here has this user name already. Choose another.');
