import { extendSession, findSession, type Database, type FoundSession } from '#db';
import { codeStep, needsSecondFactor } from '#domain/access/second-factor.ts';
import { sessionEnd } from '#domain/access/session-end.ts';
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
  const { cache } = keeperOf(db);
  if (!id) return undefined;
  const idHash = hashId(id);
  const recalled = cache.recall(idHash);
  if (recalled) return { ...recalled, renewed: false };

  const mark = cache.mark();
  const found = await findSignedIn(db, id);
  if (!found) return 'stale';
  const { person, session } = found;
  cache.remember(idHash, { person, session }, mark);
  return found;
}

/** Finds who is signed in by the id of a session as the database has it now. */
export async function findSignedIn(db: Database, id: string): Promise<ReadSession | undefined> {
  const { session, user } = await keeperOf(db).lucia.validateSession(id);
  if (!session) return undefined;
  const { found } = user;
  const expiresAt = session.fresh ? await renew(db, hashId(id), found) : session.expiresAt;
  // The cookie of a shared tablet outlasts its session as it is.
  const renewed = session.fresh && found.deviceId === null;
  return { ...toSignedIn(found, id, expiresAt), renewed };
}

/**
 * Whether a session is still open in the database itself. What opens a way in rests on this, never on what
 * was remembered: another process may have ended it.
 */
export const isStillOpen = async (
  db: Database,
  { session }: Pick<SignedIn, 'session'>,
): Promise<boolean> => (await findSession(db, hashId(session.id))) !== undefined;

/**
 * Moves the end of a session by what it is allowed. What is answered from memory moves nothing, so one
 * on a shared tablet may end some seconds before its time.
 */
async function renew(db: Database, idHash: string, found: FoundSession): Promise<Date> {
  const now = Date.now();
  const end = sessionEnd(found, Date.parse(found.startedAt) || now, now);
  const expiresAt = new Date(end).toISOString();
  if (expiresAt > found.expiresAt) await extendSession(db, idHash, expiresAt);
  return new Date(end);
}

function toSignedIn(found: FoundSession, id: string, expiresAt: Date): SignedIn {
  const { person, signedInBy, deviceId, hasSecondFactor } = found;
  const needsOne = needsSecondFactor(found.isLive, person.role);
  return {
    person: { ...person, onTablet: signedInBy === 'pin', signedIn: { signedInBy, deviceId } },
    session: {
      id,
      expiresAt,
      mustChoosePassword: found.temporary && signedInBy !== 'pin',
      codeStep: codeStep({ signedInBy, hasSecondFactor, needsOne }),
      needsSecondFactor: needsOne,
    },
  };
}
