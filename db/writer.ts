import type { InStatement, ResultSet } from '@libsql/client';
import type { ChainedRecord } from './chain/link.ts';
import { writerTurns, type WriterTurn } from './channels.ts';
import { wasOvertaken, type Linker } from './chain/linker.ts';
import { DatabaseBusy, isOwnFault } from './faults.ts';
import { mergeWrites, type RowsStatement } from './row-statement.ts';

/** A query built by Drizzle, plain SQL with its values, or words around rows. */
export type Statement =
  InStatement | RowsStatement | { toSQL(): { sql: string; params: unknown[] } };

/** Writes that share a transaction at the most, so that no statement takes more values than it may. */
const most = 200;

/** Writes that may wait at once: seconds of work. More would wait longer than anybody does. */
const mostWaiting = 5_000;

const plain = (statement: Statement): InStatement | RowsStatement => {
  if (typeof statement === 'string' || !('toSQL' in statement)) return statement;
  const { sql, params } = statement.toSQL();
  return { sql, args: params as never };
};

/** How often a write is tried again because another process continued its chain a moment before. */
const mostTries = 50;

interface Waiting {
  statements: (InStatement | RowsStatement)[];
  /** What it adds to chains: linked when its turn has come, since each link continues the one before. */
  records: readonly ChainedRecord[];
  chains: readonly string[];
  done: () => void;
  failed: (reason: unknown) => void;
}

/**
 * Group commit: writes that arrive in the same turn of the event loop share one transaction, and so
 * one wait for the disk. Each is answered only after it is on disk. If the shared transaction fails,
 * every write is tried again by itself, so that one refused write never takes others with it. A write
 * that continues a chain waits for one on its way that continues the same; others do not wait for it.
 * What comes while too many wait is not taken: it fails at once with DatabaseBusy.
 */
export function startWriter(
  runBatch: (statements: InStatement[]) => Promise<ResultSet[]>,
  linker?: Linker,
  limit = mostWaiting,
) {
  let queue: Waiting[] = [];
  let scheduled = false;
  const busy = new Set<string>();

  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(() => void flush());
  };

  const run = async (group: Waiting[]) => {
    await linker?.learn([...new Set(group.flatMap(({ chains }) => chains))]);
    const linked = group.map(({ statements, records }) =>
      linker && records.length ? [...statements, linker.link(records)] : statements,
    );
    await runBatch(mergeWrites(linked));
  };

  const alone = async (waiting: Waiting, tries = 1): Promise<void> => {
    try {
      await run([waiting]);
    } catch (reason) {
      linker?.forget(waiting.chains);
      if (wasOvertaken(reason) && tries < mostTries) return alone(waiting, tries + 1);
      return waiting.failed(reason);
    }
    waiting.done();
  };

  const together = async (group: Waiting[]) => {
    const [first] = group;
    if (group.length === 1 && first) return alone(first);
    try {
      await run(group);
    } catch (reason) {
      for (const waiting of group) linker?.forget(waiting.chains);
      // What befell the database would befall each of them again, one after the other.
      if (isOwnFault(reason)) for (const waiting of group) await alone(waiting);
      else for (const waiting of group) waiting.failed(reason);
      return;
    }
    for (const waiting of group) waiting.done();
  };

  const flush = async () => {
    const isFree = ({ chains }: Waiting) => !chains.some((chain) => busy.has(chain));
    const free = queue.filter(isFree);
    const group = free.slice(0, most);
    const taken = new Set(group);
    queue = queue.filter((waiting) => !taken.has(waiting));
    scheduled = false;
    if (free.length > most) schedule();
    if (!group.length) return;
    if (writerTurns.hasSubscribers)
      writerTurns.publish({ taken: group.length, waiting: queue.length } satisfies WriterTurn);
    const chains = group.flatMap((waiting) => waiting.chains);
    for (const chain of chains) busy.add(chain);
    await together(group);
    for (const chain of chains) busy.delete(chain);
    if (!busy.size) linker?.trim();
    if (queue.length) schedule();
  };

  const write = (statements: Statement[], records: readonly ChainedRecord[] = []): Promise<void> =>
    new Promise((done, failed) => {
      const chains = [...new Set(records.map(({ chain }) => chain))];
      if (queue.length >= limit) return failed(new DatabaseBusy());
      queue.push({ statements: statements.map(plain), records, chains, done, failed });
      schedule();
    });

  return { write };
}
