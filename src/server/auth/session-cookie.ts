import type { Cookie } from 'lucia';
import type { Database } from '#db';
import { keeperOf } from './session-keeper.ts';

export { sessionCookieName } from './session-keeper.ts';

/** The cookie that carries a session. */
export const makeSessionCookie = (db: Database, sessionId: string): Cookie =>
  keeperOf(db).lucia.createSessionCookie(sessionId);

/** The cookie that takes a session away. */
export const makeBlankCookie = (db: Database): Cookie =>
  keeperOf(db).lucia.createBlankSessionCookie();
