import type { Adapter, DatabaseSession } from 'lucia';
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  findSession,
  insertSession,
  listSessionsOf,
  type Database,
} from '#db';
import { sessionEnd } from '#domain/access/session-end.ts';
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
      const { person, signedInBy, deviceId } = found;
      const expiresAt = new Date(found.expiresAt);
      const attributes = { signedInBy, deviceId };
      const session = { id: sessionId, userId: person.id, expiresAt, attributes };
      return [session, { id: person.id, attributes: { found } }];
    },

    async getUserSessions(userId) {
      // The clear ids are known only to the browsers that hold them.
      const stored = await listSessionsOf(db, userId);
      return stored.map(({ idHash, personId, expiresAt, ...attributes }): DatabaseSession => ({
        id: idHash,
        userId: personId,
        expiresAt: new Date(expiresAt),
        attributes,
      }));
    },

    setSession({ id, userId, attributes: way }) {
      const now = Date.now();
      const expiresAt = new Date(sessionEnd(way, now, now)).toISOString();
      const row = { idHash: hashId(id), personId: userId, expiresAt, ...way };
      return insertSession(db, row, new Date(now).toISOString());
    },
    // Lucia knows one length for all sessions. `readSession` moves each by its own.
    updateSessionExpiration: () => Promise.resolve(),
    deleteSession: (sessionId) => deleteSession(db, hashId(sessionId)),
    deleteUserSessions: (userId) => deleteSessionsOf(db, userId),
    deleteExpiredSessions: () => deleteExpiredSessions(db, new Date().toISOString()),
  };
}
