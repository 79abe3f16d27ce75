import { hash } from 'node:crypto';

/** One value of a row, as the database gives it back. */
export type Cell = string | number | null;

/** A record on its way into a chain: which chain, what it is, and all that the link vouches for. */
export interface ChainedRecord {
  chain: string;
  kind: 'attempt' | 'move' | 'observation' | 'audit';
  recordId: string;
  /** The record as `canonical` writes it. */
  content: string;
}

/** What of a link the next one continues. The first continues the name of its chain. */
export interface Head {
  seq: number;
  hash: string;
}

const ofWorkers = 'worker:';

/** The chain of what a worker did and was seen to do. */
export const workerChain = (personId: string): string => ofWorkers + personId;

/** The workers in whose chains these records go. */
export const workersOf = (records: readonly Pick<ChainedRecord, 'chain'>[]): string[] =>
  records.flatMap(({ chain }) =>
    chain.startsWith(ofWorkers) ? [chain.slice(ofWorkers.length)] : [],
  );

/** The chain of what somebody read and changed. */
export const auditChain = (actor: string): string => `audit:${actor}`;

/** What a chain without links is continued from: so links of one chain never fit into another. */
export const firstHead = (chain: string): Head => ({ seq: 0, hash: chain });

/** The database ends a text at a zero character, and keeps no half of a pair: neither must we. */
function asStored(cell: unknown): unknown {
  if (typeof cell !== 'string') return cell ?? null;
  const end = cell.indexOf('\0');
  return (end < 0 ? cell : cell.slice(0, end)).toWellFormed();
}

/**
 * A record as one text, the same before it is written and after it is read. Rows are lists of cells in
 * an order that never changes, a record is its row, and then the rows that belong to it.
 */
export const canonical = (rows: unknown[][]): string =>
  JSON.stringify(rows.map((row) => row.map(asStored)));

/** The sha256, in hex, of a salt and a record. Without the salt it tells nothing of the record. */
export const commit = (salt: string, content: string): string =>
  hash('sha256', `${salt}.${content}`);

/** The sha256, in hex, of the hash before, and this link's number, kind, record and commitment. */
export const hashLink = (
  before: string,
  link: { seq: number; kind: string; recordId: string; commitment: string },
): string =>
  hash('sha256', JSON.stringify([before, link.seq, link.kind, link.recordId, link.commitment]));
