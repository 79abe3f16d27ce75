import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { z } from 'zod';
import { insertTablet, type Database, type Tablet } from '#db';
import { may } from '#domain/access/permissions.ts';
import type { Actor } from '#domain/access/person.ts';
import type { Malformed } from '#domain/access/problem.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { hashId } from '../auth/hash-id.ts';
import { keeperOf } from '../auth/session-keeper.ts';
import { malformed, toMalformed } from '../malformed.ts';
import { listOwnServices } from '../places/choose-service.ts';

/** The longest name of a tablet, in letters: it stands in a line of evidence. */
const longestName = 40;

const NewTablet = z.object({
  name: z
    .string('Give the tablet a name.')
    .trim()
    .min(1, 'Give the tablet a name.')
    .max(longestName, `Use ${longestName} characters or fewer for the name.`),
  serviceId: z.string().default(''),
});

/**
 * Makes the browser that asks a shared tablet of a service. Answers with what its cookie is to hold,
 * which is stored nowhere. What it was enrolled as `before` ends: that cookie is overwritten.
 */
export async function enrolTablet(
  db: Database,
  actor: Actor,
  input: { name: unknown; serviceId: unknown },
  before?: Tablet,
  at = new Date().toISOString(),
): Promise<Result<{ id: string; token: string }, Malformed | { code: 'not-allowed' }>> {
  if (!may(actor, 'enrol-tablet')) return refuse({ code: 'not-allowed' });
  const parsed = NewTablet.safeParse(input);
  if (!parsed.success) return refuse(toMalformed(parsed.error));
  const { name, serviceId } = parsed.data;
  const own = await listOwnServices(db, actor);
  const service = own.length === 1 && !serviceId ? own[0] : own.find(({ id }) => id === serviceId);
  if (!service) return refuse(malformed('serviceId', 'Choose a service of your own.'));

  const token = randomBytes(32).toString('base64url');
  const id = randomUUIDv7();
  const row = { id, name, serviceId: service.id, tokenHash: hashId(token) };
  await insertTablet(db, { ...row, enrolledBy: actor.id, enrolledAt: at }, before?.id);
  if (before) keeperOf(db).cache.dropTablet(before.id);
  return ok({ id, token });
}
