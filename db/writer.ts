import type { InStatement, ResultSet } from '@libsql/client';
import { mergeWrites, type RowsStatement } from './row-statement.ts';

/** A query built by Drizzle, plain SQL with its values, or words around rows. */
export type Statement =
  InStatement | RowsStatement | { toSQL(): { sql: string; params: unknown[] } };

/** Writes that share a transaction at the most, so that no statement takes more values than it may. */
const most = 200;

const plain = (statement: Statement): InStatement | RowsStatement => {
  if (typeof statement === 'string' || !('toSQL' in statement)) return statement;
  const { sql, params } = statement.toSQL();
  return { sql, args: params as never };
};

interface Waiting {
  statements: (InStatement | RowsStatement)[];
  done: () => void;
  failed: (reason: unknown) => void;
}

/**
 * Group commit: writes that arrive in the same turn of the event loop share one transaction, and so
 * one wait for the disk. Each is answered only after it is on disk. If the shared transaction fails,
 * every write is tried again by itself, so that one refused write never takes others with it.
 */
export function startWriter(runBatch: (statements: InStatement[]) => Promise<ResultSet[]>) {
  let queue: Waiting[] = [];
  let scheduled = false;

  const alone = async (waiting: Waiting) => {
    try {
      await runBatch(mergeWrites([waiting.statements]));
      waiting.done();
    } catch (reason) {
      waiting.failed(reason);
    }
  };

  const flush = async () => {
    const group = queue.slice(0, most);
    queue = queue.slice(most);
    scheduled = queue.length > 0;
    if (scheduled) setImmediate(() => void flush());
    const [first] = group;
    if (group.length === 1 && first) return alone(first);
    try {
      await runBatch(mergeWrites(group.map((waiting) => waiting.statements)));
    } catch {
      for (const waiting of group) await alone(waiting);
      return;
    }
    for (const waiting of group) waiting.done();
  };

  const write = (statements: Statement[]): Promise<void> =>
    new Promise((done, failed) => {
      queue.push({ statements: statements.map(plain), done, failed });
      if (scheduled) return;
      scheduled = true;
      setImmediate(() => void flush());
    });

  return { write };
}

/**
 * Whether a write was refused because such a row is already there. Other broken constraints are no
 * conflict: whoever tries again after one would try for ever.
 */
export function isConflict(reason: unknown): boolean {
  const error = reason as { message?: string; code?: string; cause?: { code?: string } } | null;
  const code = error?.cause?.code ?? error?.code ?? '';
  const isUnique = error?.message?.includes('UNIQUE constraint failed') ?? false;
  return code.startsWith('SQLITE_CONSTRAINT') && isUnique;
}
