import type { Adapter, DatabaseSession } from 'lucia';
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  extendSession,
  findSession,
  insertSession,
  listSessionsOf,
  type Database,
} from '#db';
import { hashId } from './hash-id.ts';

/**
 * Lucia's sessions in our tables. Only the hash of an id is stored, so that a copied database opens
 * no door; reading a session brings its person along in the same query.
 */
export function createSessionAdapter(db: Database): Adapter {
  return {
    async getSessionAndUser(sessionId) {
      const found = await findSession(db, hashId(sessionId));
      if (found === undefined) return [null, null];
      const { person, temporary } = found;
      const expiresAt = new Date(found.expiresAt);
      const session = { id: sessionId, userId: person.id, expiresAt, attributes: {} };
      return [session, { id: person.id, attributes: { person, temporary } }];
    },

    async getUserSessions(userId) {
      // The clear ids are known only to the browsers that hold them.
      const stored = await listSessionsOf(db, userId);
      return stored.map(({ idHash, personId, expiresAt }): DatabaseSession => ({
        id: idHash,
        userId: personId,
        expiresAt: new Date(expiresAt),
        attributes: {},
      }));
    },

    setSession: ({ id, userId, expiresAt }) =>
      insertSession(
        db,
        { idHash: hashId(id), personId: userId, expiresAt: expiresAt.toISOString() },
        new Date().toISOString(),
      ),
    updateSessionExpiration: (sessionId, expiresAt) =>
      extendSession(db, hashId(sessionId), expiresAt.toISOString()),
    deleteSession: (sessionId) => deleteSession(db, hashId(sessionId)),
    deleteUserSessions: (userId) => deleteSessionsOf(db, userId),
    deleteExpiredSessions: () => deleteExpiredSessions(db, new Date().toISOString()),
  };
}
