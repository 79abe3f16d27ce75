import { may } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import type { Pack } from '#domain/pack/pack.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { type Database } from '#db';
import { noteReading, noteReadings } from '../note-reading.ts';
import { gatherPack } from './gather-pack.ts';
import { findSubject } from '../find-subject.ts';

/** Reads the pack of the whole service as of a time. */
export async function readPack(
  db: Database,
  viewer: Person,
  at = new Date().toISOString(),
  now = at,
): Promise<Result<Pack, { code: 'not-found' }>> {
  if (!may(viewer, 'read-pack')) return refuse({ code: 'not-found' });
  const pack = await gatherPack(db, viewer, at);
  // All of it tells what a pack of each by themselves would: each of them finds it under who opened theirs.
  await noteReadings(db, viewer, new Set(pack.people.map(({ id }) => id)), 'pack of all', now);
  return ok(pack);
}

/** Reads the pack of one person as of a time, for themselves and for who may read their record. */
export async function readPersonPack(
  db: Database,
  viewer: Person,
  personId: string,
  at = new Date().toISOString(),
  now = at,
): Promise<Result<{ person: Person; own: boolean; pack: Pack }, { code: 'not-found' }>> {
  const person = await findSubject(db, viewer, 'read-record', personId);
  if (!person) return refuse({ code: 'not-found' });
  await noteReading(db, viewer, personId, 'pack', now);
  const pack = await gatherPack(db, viewer, at, personId);
  return ok({ person, own: viewer.id === personId, pack });
}
