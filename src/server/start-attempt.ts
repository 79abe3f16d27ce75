import { randomInt, randomUUIDv7 } from 'node:crypto';
import { byPassword, type Player } from '#domain/access/signed-in.ts';
import type { Attempt } from '#domain/attempt/attempt.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { firstMoment } from '#domain/scenario/moment.ts';
import { insertAttempt, isConflict, listAttemptsOf, type Database } from '#db';
import { findPlayable, loadVersion } from './content/load-version.ts';
import { planNextAttempt } from './plan-next-attempt.ts';

/** Begins an attempt, or finds the one already open. Whether it counts is planned (`planAttempt`). */
export async function startAttempt(
  db: Database,
  person: Player,
  slug: string,
  at = new Date().toISOString(),
  seed = randomInt(2 ** 31),
  isSecondTry = false,
): Promise<Result<Attempt, { code: 'not-found' }>> {
  const offered = await findPlayable(db, slug);
  if (!offered) return refuse({ code: 'not-found' });
  const attempts = await listAttemptsOf(db, person.id);
  const open = attempts.find((attempt) => attempt.slug === slug && !attempt.finishedAt);
  if (open) return ok(open);
  const { form, mode } = await planNextAttempt(db, person.id, offered, attempts);
  const version = await loadVersion(db, offered.hash, form);
  const attempt: Attempt = {
    id: randomUUIDv7(),
    personId: person.id,
    slug,
    versionHash: version.hash,
    form: version.form,
    mode,
    seed,
    step: 0,
    moment: firstMoment(version.machine),
    startedAt: at,
    finishedAt: null,
    arrivedBy: null,
    signedIn: person.signedIn ?? byPassword,
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
