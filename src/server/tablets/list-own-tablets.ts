import { listTablets, type Database, type Tablet } from '#db';
import { may } from '#domain/access/permissions.ts';
import type { Actor } from '#domain/access/person.ts';

/** The shared tablets at somebody's services, by name; none for whoever enrols none. */
export const listOwnTablets = (db: Database, actor: Actor): Promise<Tablet[]> =>
  may(actor, 'enrol-tablet') ? listTablets(db, actor.services) : Promise.resolve([]);
