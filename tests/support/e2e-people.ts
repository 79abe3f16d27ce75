import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { firstServiceId, insertPerson, insertSession, openDatabase, type Database } from '#db';
import type { Person, Role } from '#domain/access/person.ts';
import { hashId } from '#server/auth/hash-id.ts';
import { hashPassword } from '#server/auth/password.ts';
import { sessionCookieName } from '#server/auth/session-cookie.ts';

/** What everybody added here signs in with. */
export const testPassphrase = 'four quiet words here';

let passwordHash: Promise<string> | undefined;

/** Opens the database that the server under test is serving: a file in WAL mode allows a second process. */
export function openServedDatabase(): Promise<Database> {
  const folder = process.env['IN_PRACTICE_E2E_DATA'];
  if (!folder) throw new Error('Run this through Playwright: its config makes the data folder.');
  return openDatabase(`file:${join(folder, 'e2e.db')}`);
}

/** A user name that nobody else in a run of the tests has. */
export const freshUsername = (first: string): string =>
  `${first.toLowerCase()}.${randomBytes(4).toString('hex')}`;

/** Adds somebody who belongs to one test, and has chosen their password already. */
export async function addTestPerson(
  db: Database,
  first: string,
  role: Role = 'worker',
): Promise<Person> {
  passwordHash ??= hashPassword(testPassphrase);
  const username = freshUsername(first);
  const person: Person = {
    id: randomUUIDv7(),
    username,
    // The surname tells people apart in the team that all tests share.
    name: `${first} ${username.split('.')[1]!.toUpperCase()}`,
    role,
    category: role === 'manager' ? 'CWP-RM' : 'CWP-CSW',
    startedOn: '2026-01-05',
    services: [firstServiceId],
    everywhere: role === 'manager',
  };
  const credential = { passwordHash: await passwordHash, temporary: false };
  const at = new Date().toISOString();
  // Added by themselves, so that the sample's sign-in page does not list them.
  await insertPerson(db, person, credential, { by: person.id, at });
  return person;
}

/** Signs somebody in where a test is not about signing in. */
export async function signInAs(
  db: Database,
  context: BrowserContext,
  person: Person,
  address: string,
): Promise<void> {
  const session = randomBytes(20).toString('hex');
  const expiresAt = new Date(Date.now() + 43_200_000).toISOString();
  const row = { idHash: hashId(session), personId: person.id, expiresAt };
  await insertSession(db, row, new Date().toISOString());
  await context.addCookies([{ name: sessionCookieName, value: session, url: address }]);
}
