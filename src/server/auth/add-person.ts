import { randomUUIDv7 } from 'node:crypto';
import { z } from 'zod';
import { findPersonByUsername, insertPerson, isConflict, type Database } from '#db';
import { may } from '#domain/access/permissions.ts';
import { roles, type Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { listRoleCategories } from '#server/list-role-categories.ts';
import { malformed, toMalformed } from '../malformed.ts';
import { makeOneTimePassphrase } from './one-time-passphrase.ts';
import { hashPassword } from './password.ts';

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
});

/** What a form sends about somebody new, not checked yet. */
export type NewPersonInput = Record<keyof z.infer<typeof NewPerson>, unknown>;

/** Somebody's one-time passphrase. It is stored nowhere: show it once. */
export interface WayIn {
  person: Person;
  passphrase: string;
}

/** Adds somebody to the team, with a one-time passphrase to sign in with first. */
export async function addPerson(
  db: Database,
  actor: Pick<Person, 'id' | 'role'>,
  input: NewPersonInput,
  at = new Date().toISOString(),
  id: string = randomUUIDv7(),
): Promise<Result<WayIn, Malformed | { code: 'not-allowed' }>> {
  if (!may(actor, 'add-person')) return refuse({ code: 'not-allowed' });
  const parsed = NewPerson.safeParse(input);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const person: Person = { id, ...parsed.data };

  const categories = await listRoleCategories();
  if (!categories.some(({ id }) => id === person.category)) {
    return refuse(malformed('category', 'Choose their role category.'));
  }
  if (await findPersonByUsername(db, person.username)) return refuse(taken);

  const passphrase = makeOneTimePassphrase();
  const credential = { passwordHash: await hashPassword(passphrase), temporary: true };
  try {
    await insertPerson(db, person, credential, { by: actor.id, at });
  } catch (reason) {
    if (isConflict(reason)) return refuse(taken);
    throw reason;
  }
  return ok({ person, passphrase });
}

const taken = malformed('username', 'Somebody here has this user name already. Choose another.');
