import { randomUUIDv7 } from 'node:crypto';
import { z } from 'zod';
import { may, organisation } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { insertService, isConflict, listServices, updateService, type Database } from '#db';
import { malformed, toMalformed } from '../malformed.ts';

const identifier = (message: string) =>
  z
    .string()
    .trim()
    .max(50, message)
    .transform((text) => text || null)
    .default(null);

const ServiceForm = z.object({
  name: z
    .string()
    .trim()
    .min(2, 'Type the name of the service.')
    .max(80, 'Use 80 characters or fewer for the name.'),
  localEstId: identifier('Use 50 characters or fewer.'),
  // The regulator writes "1-" and digits.
  locationId: z
    .string()
    .trim()
    .regex(/^(1-\d{6,12})?$/, 'A location id looks like 1-123456789.')
    .transform((text) => text || null)
    .default(null),
});

type Kept = Result<void, Malformed | { code: 'not-found' }>;

/**
 * Adds a service, or changes what one is called and known by elsewhere. What holds for the whole
 * organisation is changed by whoever belongs to all of it.
 */
export async function keepService(
  db: Database,
  manager: Person,
  id: string | null,
  body: unknown,
  at = new Date().toISOString(),
): Promise<Kept> {
  if (!may(manager, 'manage-services', organisation)) return refuse({ code: 'not-found' });
  const parsed = ServiceForm.safeParse(body);
  const all = await listServices(db);
  if (id !== null && !all.some((one) => one.id === id)) return refuse({ code: 'not-found' });
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const others = all.filter((one) => one.id !== id);
  const taken = (['name', 'localEstId', 'locationId'] as const).find((field) =>
    others.some((one) => one[field] !== null && one[field] === parsed.data[field]),
  );
  if (taken) return refuse(alreadyTaken(taken));
  try {
    if (id !== null) await updateService(db, { id, ...parsed.data });
    else
      await insertService(db, {
        ...{ id: randomUUIDv7(), ...parsed.data },
        ...{ addedBy: manager.id, addedAt: at },
      });
  } catch (reason) {
    // Somebody else was faster by a moment.
    if (isConflict(reason)) return refuse(alreadyTaken('name'));
    throw reason;
  }
  return ok(undefined);
}

const alreadyTaken = (field: string): Malformed =>
  malformed(field, 'Another service has this already.');
