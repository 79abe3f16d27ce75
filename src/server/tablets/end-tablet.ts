import { findTablet, revokeTablet, type Database, type Tablet } from '#db';
import { may } from '#domain/access/permissions.ts';
import type { Actor } from '#domain/access/person.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { keeperOf } from '../auth/session-keeper.ts';

/** Ends the use of a shared tablet: every session on it at once, and its cookie is worth nothing. */
export async function endTablet(
  db: Database,
  actor: Actor,
  id: string,
  at = new Date().toISOString(),
): Promise<Result<Tablet, { code: 'not-found' }>> {
  const tablet = await findTablet(db, id);
  const service = tablet && { id: tablet.serviceId, services: [tablet.serviceId] };
  if (!tablet || !may(actor, 'enrol-tablet', service)) return refuse({ code: 'not-found' });
  await revokeTablet(db, id, { at, by: actor.id });
  keeperOf(db).cache.dropTablet(id);
  return ok(tablet);
}
