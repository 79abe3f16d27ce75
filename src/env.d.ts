/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    db: import('#db').Database;
    /** Who is signed in, or nobody. */
    person: import('#server/auth/session-cache.ts').SignedInPerson | null;
    session: import('#server/auth/session-cache.ts').SessionInfo | null;
    /** Whether this is a sample service, whose people are not real. */
    sample: boolean;
    /** Names the form of this page: sent twice, what it says is stored once. */
    formId: string;
    /** Names this request in the log. */
    requestId?: string;
    /** The address it came from, as far as a believed proxy tells. Not there under `astro dev`. */
    clientAddress?: string;
    /** Logs what went wrong under that name. Not there under `astro dev`. */
    noteError?: (error: unknown) => void;
  }
}
