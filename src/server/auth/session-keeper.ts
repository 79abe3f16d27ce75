import { Lucia, TimeSpan } from 'lucia';
import type { Database } from '#db';
import type { Person } from '#domain/access/person.ts';
import { createSessionAdapter } from './session-adapter.ts';
import { createSessionCache, type SessionCache } from './session-cache.ts';

export const sessionCookieName = 'in_practice_session';

declare module 'lucia' {
  interface Register {
    Lucia: KeeperLucia;
    DatabaseUserAttributes: UserAttributes;
  }
}

interface UserAttributes {
  person: Person;
  temporary: boolean;
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

/** Whether browsers reach this service by https, and so may be told to send the cookie only there. */
export const isServedSecurely = (): boolean =>
  process.env['ORIGIN']?.startsWith('https://') ?? false;

const createLucia = (db: Database): KeeperLucia =>
  new Lucia(createSessionAdapter(db), {
    // A working day: the tablet in the office is shared.
    sessionExpiresIn: new TimeSpan(12, 'h'),
    sessionCookie: { name: sessionCookieName, attributes: { secure: isServedSecurely() } },
    getUserAttributes: ({ person, temporary }) => ({ person, temporary }),
  });
