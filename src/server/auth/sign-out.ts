import type { Database } from '#db';
import { hashId } from './hash-id.ts';
import { keeperOf } from './session-keeper.ts';

/** Ends one session. */
export async function signOut(db: Database, sessionId: string): Promise<void> {
  const { lucia, cache } = keeperOf(db);
  await lucia.invalidateSession(sessionId);
  cache.drop(hashId(sessionId));
}

/** Ends every session of a person, this one included. */
export async function signOutEverywhere(db: Database, personId: string): Promise<void> {
  const { lucia, cache } = keeperOf(db);
  await lucia.invalidateUserSessions(personId);
  cache.dropPerson(personId);
}
