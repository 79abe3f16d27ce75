/** A row of the record: a signature for a criterion, or one that takes an earlier one back. */
export interface SignatureRow {
  id: string;
  personId: string;
  edition: string;
  criterion: string;
  kind: 'knowledge' | 'practice';
  assessorId: string;
  observationId: string | null;
  words: string;
  /** The signature that this row withdraws. */
  withdraws: string | null;
  at: string;
  /** When the observation that it rests on was corrected, if it was by then. */
  correctedAt: string | null;
}

/** A signature with what became of it. */
export interface Signature extends SignatureRow {
  /** Whether it stands: nobody withdrew it, and what it rests on was not corrected. */
  stands: boolean;
  withdrawal: SignatureRow | null;
}

/**
 * The signatures of one person, the oldest first, each with whether it stands. Nothing is ever edited:
 * a withdrawal is a row of its own, and a corrected observation no longer shows what was signed for.
 */
export function standingSignatures(rows: readonly SignatureRow[]): Signature[] {
  const withdrawn = new Map(
    rows.flatMap((row) => (row.withdraws === null ? [] : [[row.withdraws, row] as const])),
  );
  return rows
    .filter((row) => row.withdraws === null)
    .map((row) => {
      const withdrawal = withdrawn.get(row.id) ?? null;
      // Practice that rests on no observation is no practice seen, whatever the row says.
      const shown = row.kind === 'knowledge' || row.observationId !== null;
      return { ...row, withdrawal, stands: !withdrawal && !row.correctedAt && shown };
    });
}

/** The signature that stands for each criterion: the first of those that do. */
export const standingBy = (signatures: readonly Signature[]): Map<string, Signature> =>
  new Map(
    signatures
      .filter(({ stands }) => stands)
      .toReversed()
      .map((signature) => [signature.criterion, signature]),
  );
