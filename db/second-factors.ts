import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from './client.ts';
import { codeOf } from './faults.ts';
import { recoveryCodes, secondFactors } from './schema.ts';

/** What an authenticator app and the service share. */
export type SecondFactor = typeof secondFactors.$inferSelect;

/** Finds what somebody's app shares with the service, confirmed or not. */
export async function findSecondFactor(
  db: Database,
  personId: string,
): Promise<SecondFactor | undefined> {
  const [row] = await db.orm
    .select()
    .from(secondFactors)
    .where(eq(secondFactors.personId, personId));
  return row;
}

/** Keeps a secret that no code has shown yet to be in an app. Nothing where one has been shown already. */
export const beginSecondFactor = (db: Database, personId: string, secret: string) =>
  db.write([
    db.orm
      .insert(secondFactors)
      .values({ personId, secret })
      .onConflictDoUpdate({
        target: secondFactors.personId,
        set: { secret },
        setWhere: isNull(secondFactors.confirmedAt),
      }),
  ]);

/** Takes the code of a time step, once: of two at the same moment one is refused (`isSpent`). */
const spendStep = (personId: string, step: number) => ({
  // Empty where it is not newer, which the column does not allow: the whole write is refused.
  sql: `UPDATE second_factors SET last_step = CASE WHEN last_step < ? THEN ? END WHERE person_id = ?`,
  args: [step, step, personId],
});

/** Takes the code of a time step. */
export const takeStep = (db: Database, personId: string, step: number) =>
  db.write([spendStep(personId, step)]);

/** Takes a recovery code, once, like the code of a time step. */
export const takeRecoveryCode = (db: Database, personId: string, codeHash: string, at: string) =>
  db.write([
    {
      sql: `UPDATE recovery_codes SET used_at = ?, code_hash = CASE WHEN used_at IS NULL THEN code_hash END
        WHERE person_id = ? AND code_hash = ?`,
      args: [at, personId, codeHash],
    },
  ]);

/** Whether a code was refused because it had been taken a moment before. */
export const isSpent = (reason: unknown): boolean =>
  codeOf(reason).startsWith('SQLITE_CONSTRAINT') &&
  ((reason as { message?: string } | null)?.message ?? '').includes('NOT NULL');

const replaceCodes = (db: Database, personId: string, codeHashes: readonly string[]) => [
  db.orm.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId)),
  db.orm.insert(recoveryCodes).values(codeHashes.map((codeHash) => ({ personId, codeHash }))),
];

/** Takes the first code of an app: from now on one is asked for. With it come codes for paper. */
export const confirmSecondFactor = (
  db: Database,
  personId: string,
  { step, codeHashes, at }: { step: number; codeHashes: readonly string[]; at: string },
) =>
  db.write([
    spendStep(personId, step),
    db.orm
      .update(secondFactors)
      .set({ confirmedAt: at })
      .where(eq(secondFactors.personId, personId)),
    ...replaceCodes(db, personId, codeHashes),
  ]);

/** Gives new recovery codes in place of the old ones. */
export const replaceRecoveryCodes = (
  db: Database,
  personId: string,
  codeHashes: readonly string[],
) => db.write(replaceCodes(db, personId, codeHashes));

/** The hashes of the recovery codes that somebody has not used yet. */
export async function listUnusedCodes(db: Database, personId: string): Promise<string[]> {
  const rows = await db.orm
    .select({ codeHash: recoveryCodes.codeHash })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)));
  return rows.map(({ codeHash }) => codeHash);
}

/** Takes somebody's second factor away, recovery codes and all. */
export const deleteSecondFactor = (db: Database, personId: string) =>
  db.write([
    db.orm.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId)),
    db.orm.delete(secondFactors).where(eq(secondFactors.personId, personId)),
  ]);
