import { recognised, type Database } from '#db';
import type { SignedInWay } from '#domain/access/signed-in.ts';
import { findSignedIn } from './read-session.ts';
import type { SignedIn } from './session-cache.ts';
import { keeperOf } from './session-keeper.ts';
import { signOut } from './sign-out.ts';

/** Opens a session for somebody who has just shown who they are, in place of the one they had here. */
export async function openSession(
  db: Database,
  personId: string,
  way: SignedInWay,
  before?: { id: string } | null,
): Promise<SignedIn> {
  recognised(personId);
  // A new id each time more has been shown: one planted in a browser beforehand is worth nothing.
  const { id } = await keeperOf(db).lucia.createSession(personId, way);
  if (before) await signOut(db, before.id);
  const opened = await findSignedIn(db, id);
  if (!opened) throw new Error('A session ended as it was opened.');
  const { person, session } = opened;
  return { person, session };
}
