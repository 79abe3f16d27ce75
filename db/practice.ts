import { asc, desc, eq, and, lte, sql } from 'drizzle-orm';
import type { SignatureRow } from '#domain/certificate/standing-signatures.ts';
import type { Database } from './client.ts';
import { endOfTime } from './scenarios.ts';
import { certificateSignatures, people, witnessStatements } from './schema.ts';

type WitnessRow = typeof witnessStatements.$inferSelect;

/** What somebody else saw, with who wrote it down. */
export interface StoredWitness extends Omit<WitnessRow, 'competencies'> {
  competencies: string[];
  recorder: string;
}

/** Keeps what a colleague or another professional saw. */
export const insertWitness = (
  db: Database,
  row: Omit<WitnessRow, 'competencies'> & { competencies: string[] },
) =>
  db.write([
    db.orm
      .insert(witnessStatements)
      .values({ ...row, competencies: JSON.stringify(row.competencies) }),
  ]);

/** What others saw of a person, as recorded by a time, the newest first. */
export async function listWitnesses(
  db: Database,
  personId: string,
  at = endOfTime,
): Promise<StoredWitness[]> {
  const rows = await db.orm
    .select({ row: witnessStatements, recorder: people.name })
    .from(witnessStatements)
    .innerJoin(people, eq(people.id, witnessStatements.recordedBy))
    .where(and(eq(witnessStatements.personId, personId), lte(witnessStatements.at, at)))
    .orderBy(desc(witnessStatements.seenOn), desc(witnessStatements.at));
  return rows.map(({ row, recorder }) => ({
    ...row,
    competencies: JSON.parse(row.competencies) as string[],
    recorder,
  }));
}

/** Adds rows to the Care Certificate record, all of them or none. */
export const insertSignatures = (
  db: Database,
  rows: (typeof certificateSignatures.$inferInsert)[],
) => db.write(rows.map((row) => db.orm.insert(certificateSignatures).values(row)));

/**
 * The rows of the Care Certificate record as they were at a time, the oldest first: of one person, or
 * of everybody. Each says whether the observation that it rests on had been corrected by then.
 */
export async function listSignatures(
  db: Database,
  at = endOfTime,
  personId?: string,
): Promise<SignatureRow[]> {
  const corrected = sql<string | null>`(SELECT min(later.signed_at) FROM observations AS later
    WHERE later.supersedes = ${certificateSignatures.observationId} AND later.signed_at <= ${at})`;
  const rows = await db.orm
    .select({ row: certificateSignatures, correctedAt: corrected })
    .from(certificateSignatures)
    .where(
      and(
        lte(certificateSignatures.at, at),
        personId === undefined ? undefined : eq(certificateSignatures.personId, personId),
      ),
    )
    .orderBy(asc(certificateSignatures.at), asc(certificateSignatures.id));
  return rows.map(({ row, correctedAt }) => ({ ...row, correctedAt }));
}
