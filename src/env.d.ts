/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    db: import('#db').Database;
    /** Who is signed in, or nobody. */
    person: import('#domain/access/person.ts').Person | null;
    session: import('#server/auth/session-cache.ts').SessionInfo | null;
    /** Whether this is a sample service, whose people are not real. */
    sample: boolean;
    /** Names this request in the log. */
    requestId?: string;
  }
}
