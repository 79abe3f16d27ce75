import type { Database } from '#db';
import type { Person } from '#domain/access/person.ts';

/** A page to be looked at: who opens it, where, and what to press once it is there. */
export interface PageToVisit {
  name: string;
  as: Person | undefined;
  path: string;
  press?: string;
  status?: number;
}

/** Whose pages are looked at: a worker with a record and a manager and an assessor beside them. */
export interface PagesOf {
  db: Database;
  worker: Person;
  manager: Person;
  assessor: Person;
  /** A scenario of the worker's in which harm was chosen, and an observation of theirs. */
  debriefed: string;
  signed: string;
}
