/** One move as its client sent it. */
export interface SentMove {
  step: number;
  kind: string;
  choice: string;
  words: string | null;
}

/**
 * What clients were told is kept. Nothing is written here before its answer has come, so every line of
 * it must be found in the database, whatever happened since.
 */
export interface Ledger {
  /** Moves by attempt; an attempt that was only begun has none. */
  moves: Map<string, SentMove[]>;
  /** The words of signed observations, by id. */
  signed: Map<string, string>;
  /** Imported training records, as `person subject day`. */
  trained: Set<string>;
}

export const emptyLedger = (): Ledger => ({
  moves: new Map(),
  signed: new Map(),
  trained: new Set(),
});

/** How much was acknowledged, in all. */
export const countLedger = ({ moves, signed, trained }: Ledger) => ({
  attempts: moves.size,
  moves: [...moves.values()].reduce((sum, sent) => sum + sent.length, 0),
  observations: signed.size,
  training: trained.size,
});

/** Notes that a move was acknowledged; the same one sent again is one. */
export function noteMove({ moves }: Ledger, attemptId: string, move: SentMove): void {
  const sent = moves.get(attemptId) ?? [];
  moves.set(attemptId, sent);
  if (!sent.some(({ step }) => step === move.step)) sent.push(move);
}
