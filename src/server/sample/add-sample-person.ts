import { insertPerson, type Database } from '#db';
import type { Person } from '#domain/access/person.ts';
import { hashPassword } from '#server/auth/password.ts';
import { samplePassphrase } from './passphrase.ts';

let passwordHash: Promise<string> | undefined;

/** Adds one of the people a sample service comes with: added by nobody, and let in by the sample passphrase. */
export async function addSamplePerson(db: Database, person: Person, at: string): Promise<void> {
  // One hash for all of them: it is no secret, and hashing is slow by design.
  passwordHash ??= hashPassword(samplePassphrase);
  const credential = { passwordHash: await passwordHash, temporary: false };
  await insertPerson(db, person, credential, { by: null, at });
}
