import { createClient, type Client, type InStatement } from '@libsql/client';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { noteAudit } from './acting.ts';
import { workersOf, type ChainedRecord } from './chain/link.ts';
import { createLinker } from './chain/linker.ts';
import * as schema from './schema.ts';
import { concurrency, lockTimeout, startFileWrites } from './file-writes.ts';
import { askAgain, isRemote } from './remote.ts';
import { writeOnce } from './write-once.ts';
import { startWriter, type Statement } from './writer.ts';

/** What a write says of itself beside its statements. */
export interface WriteNote {
  /** What it adds to the chains of records, in order. */
  records?: readonly ChainedRecord[];
  /** Whose records it is about, where the request does not say or it is about several. */
  about?: readonly string[];
}

/** An open database: reads through `orm` or `client`, writes only through `write`. */
export interface Database {
  url: string;
  client: Client;
  orm: LibSQLDatabase<typeof schema>;
  /** Writes all statements, their links and their part of the audit log, or none, durably, before it resolves. */
  write(statements: Statement[], note?: WriteNote): Promise<void>;
  close(): void;
}

/** Requests on their way to a remote database at once. Each waits for the network, so more are needed. */
const concurrencyRemote = 20;

/**
 * Opens a database by URL (`file:…` or a remote libSQL). On a file every pooled connection is set to
 * full durability: the pool opens connections lazily and a PRAGMA reaches only the one it runs on.
 * What a remote one sets is its own affair; there, what was not answered is asked again.
 */
export async function openDatabase(url: string): Promise<Database> {
  const remote = isRemote(url);
  const pool = remote ? concurrencyRemote : concurrency;
  const opened = createClient({ url, timeout: lockTimeout, concurrency: pool });
  const client = remote ? askAgain(opened) : opened;
  const file = url.startsWith('file:') ? startFileWrites(client) : undefined;
  await file?.open();
  const send = (statements: InStatement[]) => client.batch(statements, 'write');
  const runBatch = file ? file.batch : remote ? writeOnce(send) : send;
  const writer = startWriter(runBatch, createLinker(client));
  return {
    url,
    client,
    orm: drizzle(client, { schema, casing: 'snake_case' }),
    async write(statements, { records = [], about } = {}) {
      const audit = noteAudit(about ?? workersOf(records));
      if (!audit && !statements.length && !records.length) return;
      if (!audit) return writer.write(statements, records);
      return writer.write([...statements, audit.statement], [...records, ...audit.records]);
    },
    close: () => client.close(),
  };
}
