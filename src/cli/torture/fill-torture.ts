import { randomUUIDv7 } from 'node:crypto';
import { firstServiceId, insertPerson, insertSession, type Database } from '#db';
import type { Role } from '#domain/access/person.ts';
import { hashId } from '#server/auth/hash-id.ts';
import { sessionCookieName } from '#server/auth/session-cookie.ts';
import type { SignedIn } from './clients.ts';

/** Adds people who are signed in to a prepared database. */
export async function addSignedIn(db: Database, role: Role, count: number): Promise<SignedIn[]> {
  const at = new Date().toISOString();
  const expiresAt = new Date(Date.now() + 43_200_000).toISOString();
  const added: SignedIn[] = [];
  for (let number = 0; number < count; number += 1) {
    const id = randomUUIDv7();
    const person = {
      id,
      username: `torture-${role}-${number}`,
      name: `Tortured ${role} ${number}`,
      role,
      category: role === 'manager' ? 'CWP-RM' : 'CWP-CSW',
      startedOn: '2020-01-06',
      services: [firstServiceId],
      everywhere: false,
    } as const;
    await insertPerson(db, person, { passwordHash: 'none', temporary: false }, { by: null, at });
    const session = `torture-${id}`;
    await insertSession(db, { idHash: hashId(session), personId: id, expiresAt }, at);
    added.push({ person, cookie: `${sessionCookieName}=${session}` });
  }
  return added;
}
