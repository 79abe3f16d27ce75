import type { Database } from '#db';
import { hashId } from './hash-id.ts';
import type { SignedIn } from './session-cache.ts';
import { keeperOf } from './session-keeper.ts';

/** A session read from a cookie: who it is, and whether the cookie is to be sent again. */
export interface ReadSession extends SignedIn {
  renewed: boolean;
}

/** Reads the id in a session cookie: somebody signed in, a stale cookie to take away, or no cookie. */
export async function readSession(
  db: Database,
  id: string | undefined,
): Promise<ReadSession | 'stale' | undefined> {
  const { lucia, cache } = keeperOf(db);
  if (!id) return undefined;
  const idHash = hashId(id);
  const recalled = cache.recall(idHash);
  if (recalled) return { ...recalled, renewed: false };

  const mark = cache.mark();
  const { session, user } = await lucia.validateSession(id);
  if (!session) return 'stale';
  const found: SignedIn = {
    person: user.person,
    session: { id, expiresAt: session.expiresAt, mustChoosePassword: user.temporary },
  };
  cache.remember(idHash, found, mark);
  return { ...found, renewed: session.fresh };
}
