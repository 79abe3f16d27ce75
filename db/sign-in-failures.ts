import { inArray, lt, sql } from 'drizzle-orm';
import type { Database } from './client.ts';
import { signInFailures } from './schema.ts';

/** How often in a row guessing at each of these names failed, and when last; none where it never did. */
export const findFailures = (
  db: Database,
  nameHashes: readonly string[],
): Promise<{ nameHash: string; failures: number; lastAt: string }[]> =>
  db.orm
    .select()
    .from(signInFailures)
    .where(inArray(signInFailures.nameHash, [...nameHashes]));

/** Counts one more failure at each name, and forgets all that are older than `forgetBefore`. */
export const countFailure = (
  db: Database,
  nameHashes: readonly string[],
  at: string,
  forgetBefore: string,
) =>
  db.write([
    db.orm.delete(signInFailures).where(lt(signInFailures.lastAt, forgetBefore)),
    db.orm
      .insert(signInFailures)
      .values(nameHashes.map((nameHash) => ({ nameHash, failures: 1, lastAt: at })))
      .onConflictDoUpdate({
        target: signInFailures.nameHash,
        set: { failures: sql`${signInFailures.failures} + 1`, lastAt: at },
      }),
  ]);

/** Forgets the failures at these names, and that many of those at names that others are counted by too. */
export const clearFailures = (
  db: Database,
  nameHashes: readonly string[],
  among: { hashes: readonly string[]; failures: number } = { hashes: [], failures: 0 },
) =>
  db.write([
    db.orm.delete(signInFailures).where(inArray(signInFailures.nameHash, [...nameHashes])),
    db.orm
      .update(signInFailures)
      .set({ failures: sql`max(0, ${signInFailures.failures} - ${among.failures})` })
      .where(inArray(signInFailures.nameHash, [...among.hashes])),
  ]);
