import { Lucia, TimeSpan } from 'lucia';
import type { Database, FoundSession } from '#db';
import type { SignedInWay } from '#domain/access/signed-in.ts';
import { cookieName, isServedSecurely } from './cookie-name.ts';
import { createSessionAdapter } from './session-adapter.ts';
import { createSessionCache, type SessionCache } from './session-cache.ts';

/** Settled at the start: where ORIGIN changes between http and https, everybody signs in once more. */
export const sessionCookieName = cookieName('in_practice_session');

declare module 'lucia' {
  interface Register {
    Lucia: KeeperLucia;
    DatabaseUserAttributes: UserAttributes;
    DatabaseSessionAttributes: SignedInWay;
  }
}

interface UserAttributes {
  found: FoundSession;
}

type KeeperLucia = Lucia<Record<never, never>, UserAttributes>;

/** The sessions of one database: Lucia over our tables, and what it lately found valid. */
export interface SessionKeeper {
  lucia: KeeperLucia;
  cache: SessionCache;
}

const keepers = new WeakMap<Database, SessionKeeper>();

/** The session keeper of a database: one for as long as it is open. */
export function keeperOf(db: Database): SessionKeeper {
  const known = keepers.get(db);
  if (known) return known;
  const keeper = { lucia: createLucia(db), cache: createSessionCache() };
  keepers.set(db, keeper);
  return keeper;
}

const createLucia = (db: Database): KeeperLucia =>
  new Lucia(createSessionAdapter(db), {
    // A working day. Those on shared tablets are shorter (`sessionEnd`).
    sessionExpiresIn: new TimeSpan(12, 'h'),
    sessionCookie: { name: sessionCookieName, attributes: { secure: isServedSecurely() } },
    getUserAttributes: ({ found }) => ({ found }),
  });
