import { setTimeout as wait } from 'node:timers/promises';
import type { Client, InStatement, ResultSet } from '@libsql/client';
import { DatabaseBusy, isFileFault, isLocked } from './faults.ts';

/** Connections in the pool of a file database. Calls are synchronous, so few are enough. */
export const concurrency = 4;

/**
 * For how long (ms) one call waits for a file that another process writes to. Nothing else is answered
 * meanwhile, so it is short; a write is tried again instead.
 */
export const lockTimeout = 1_000;

/** Tries of a write to a locked file, and the pause (ms) between two, in which others are answered. */
const mostTries = 5;
const pauseMs = 50;

/** How writes reach a file: `open` first, once. */
export interface FileWrites {
  open(): Promise<void>;
  /** Writes all statements or none. Throws DatabaseBusy where the file stays locked. */
  batch(statements: InStatement[]): Promise<ResultSet[]>;
}

/**
 * Writes to a database file through a pool of connections. A write that the file refused (locked, full,
 * an error of the disk) leaves its connection with an unfinished statement, after which it can commit
 * nothing more: so the pool is opened anew, and the write tried again where the file was only locked.
 */
export function startFileWrites(client: Client): FileWrites {
  let curing: Promise<void> | undefined;

  const cure = async () => {
    // By the next turn every read that had taken a connection has been answered: none is cut off.
    await new Promise(setImmediate);
    client.reconnect();
    await setPragmas(client);
  };

  const batch = async (statements: InStatement[], tries = 1): Promise<ResultSet[]> => {
    await curing;
    try {
      return await client.batch(statements, 'write');
    } catch (reason) {
      if (!isFileFault(reason)) throw reason;
      curing ??= cure().finally(() => (curing = undefined));
      await curing;
      if (!isLocked(reason)) throw reason;
      if (tries === mostTries) throw new DatabaseBusy(reason);
      await wait(pauseMs);
      return batch(statements, tries + 1);
    }
  };

  return {
    async open() {
      await client.execute('PRAGMA journal_mode = WAL');
      await setPragmas(client);
    },
    batch: (statements) => batch(statements),
  };
}

/** Sets full durability on every connection, since a PRAGMA reaches only the one it runs on. */
async function setPragmas(client: Client): Promise<void> {
  const held = await Promise.all(
    Array.from({ length: concurrency }, () => client.transaction('deferred')),
  );
  try {
    for (const connection of held) {
      // A PRAGMA cannot change durability inside a transaction, so step out of it for a moment.
      // What is removed is overwritten: an erased record must not be found in the free parts of the file.
      await connection.executeMultiple(
        'COMMIT; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; BEGIN',
      );
    }
  } finally {
    for (const connection of held) await connection.rollback();
  }
}
