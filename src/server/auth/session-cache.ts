import type { Actor, Person } from '#domain/access/person.ts';
import type { CodeStep } from '#domain/access/second-factor.ts';
import type { Player } from '#domain/access/signed-in.ts';

/** A valid session, as the rest of the product sees it. */
export interface SessionInfo {
  /** The id in the cookie. Never store or log it. */
  id: string;
  expiresAt: Date;
  /** They signed in with a joining code and have not chosen their own password yet. */
  mustChoosePassword: boolean;
  /** What their password leads to before anything else: giving a code, or setting an app up for one. */
  codeStep: CodeStep;
  /** They may not do without a second factor. */
  needsSecondFactor: boolean;
}

/** Who is signed in: with what that is good for (`may`), and how they showed it. */
export type SignedInPerson = Person & Pick<Actor, 'onTablet'> & Pick<Player, 'signedIn'>;

/** Somebody signed in, and by which session. */
export interface SignedIn {
  person: SignedInPerson;
  session: SessionInfo;
}

interface Entry {
  found: SignedIn;
  until: number;
}

/**
 * Remembers valid sessions for a few seconds, by the hash of their id, so that a click costs no
 * query. Sessions ended by another process live on here for as long as an entry does.
 */
export function createSessionCache({ ttlMs = 10_000, most = 5_000, now = () => Date.now() } = {}) {
  const entries = new Map<string, Entry>();
  let drops = 0;

  return {
    /** Counts what was dropped: give it back to `remember`, so that a drop during a query counts. */
    mark: () => drops,

    recall(idHash: string): SignedIn | undefined {
      const entry = entries.get(idHash);
      if (entry === undefined) return undefined;
      if (entry.until > now()) return entry.found;
      entries.delete(idHash);
      return undefined;
    },

    remember(idHash: string, found: SignedIn, mark: number) {
      if (mark !== drops) return;
      const oldest = entries.size >= most ? entries.keys().next().value : undefined;
      if (oldest !== undefined) entries.delete(oldest);
      const until = Math.min(now() + ttlMs, found.session.expiresAt.getTime());
      entries.set(idHash, { found, until });
    },

    drop(idHash: string) {
      drops += 1;
      entries.delete(idHash);
    },

    dropPerson(personId: string) {
      drops += 1;
      for (const [idHash, { found }] of entries) {
        if (found.person.id === personId) entries.delete(idHash);
      }
    },

    dropTablet(deviceId: string) {
      drops += 1;
      for (const [idHash, { found }] of entries) {
        if (found.person.signedIn?.deviceId === deviceId) entries.delete(idHash);
      }
    },

    size: () => entries.size,
  };
}

export type SessionCache = ReturnType<typeof createSessionCache>;
