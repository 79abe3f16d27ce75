import type { Actor } from '#domain/access/person.ts';
import { listServices, type Database, type Service } from '#db';

/** The services somebody belongs to, by name. */
export async function listOwnServices(db: Database, actor: Actor): Promise<Service[]> {
  const all = await listServices(db);
  return all.filter(({ id }) => actor.everywhere || actor.services.includes(id));
}

/** Of the services somebody belongs to the one asked for, or their first; nothing where it is not theirs. */
export async function chooseService(
  db: Database,
  actor: Actor,
  asked?: string | null,
): Promise<Service | undefined> {
  const own = await listOwnServices(db, actor);
  return asked ? own.find(({ id }) => id === asked) : own[0];
}
