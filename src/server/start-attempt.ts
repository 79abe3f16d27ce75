import { randomInt, randomUUIDv7 } from 'node:crypto';
import type { Person } from '#domain/access/person.ts';
import type { Attempt } from '#domain/attempt/attempt.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { firstMoment } from '#domain/scenario/moment.ts';
import { insertAttempt, isConflict, listAttemptsOf, type Database } from '#db';
import { findPlayable } from './content/load-version.ts';

/**
 * Begins an attempt, or finds the one already open. The first at a scenario is assessed; every later
 * one is practice, also when the scenario has since been edited (method §1).
 */
export async function startAttempt(
  db: Database,
  person: Pick<Person, 'id'>,
  slug: string,
  at = new Date().toISOString(),
  seed = randomInt(2 ** 31),
  isSecondTry = false,
): Promise<Result<Attempt, { code: 'not-found' }>> {
  const version = await findPlayable(db, slug);
  if (!version) return refuse({ code: 'not-found' });
  const earlier = (await listAttemptsOf(db, person.id)).filter((attempt) => attempt.slug === slug);
  const open = earlier.find((attempt) => !attempt.finishedAt);
  if (open) return ok(open);
  const attempt: Attempt = {
    id: randomUUIDv7(),
    personId: person.id,
    slug,
    versionHash: version.hash,
    mode: earlier.some(({ mode }) => mode === 'assessed') ? 'practice' : 'assessed',
    seed,
    step: 0,
    moment: firstMoment(version.machine),
    startedAt: at,
    finishedAt: null,
    arrivedBy: null,
  };
  try {
    await insertAttempt(db, attempt);
    return ok(attempt);
  } catch (reason) {
    // Two clicks at once: the other one began it, so that is the attempt to go on with.
    if (isConflict(reason) && !isSecondTry) return startAttempt(db, person, slug, at, seed, true);
    throw reason;
  }
}
