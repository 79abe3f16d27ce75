import { createClient, type Client, type InStatement } from '@libsql/client';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import * as schema from './schema.ts';
import { startWriter, type Statement } from './writer.ts';

/** An open database: reads through `orm` or `client`, writes only through `write`. */
export interface Database {
  url: string;
  client: Client;
  orm: LibSQLDatabase<typeof schema>;
  /** Writes all statements or none, durably, before it resolves. */
  write(statements: Statement[]): Promise<void>;
  close(): void;
}

/** Connections in the pool of a file database. Calls are synchronous, so few are enough. */
const concurrency = 4;

/**
 * Opens a database by URL (`file:…` or a remote libSQL). On a file every pooled connection is set to
 * full durability: the pool opens connections lazily and a PRAGMA reaches only the one it runs on.
 */
export async function openDatabase(url: string): Promise<Database> {
  const client = createClient({ url, timeout: 5000, concurrency });
  if (url.startsWith('file:')) await setPragmas(client);
  const runBatch = (statements: InStatement[]) => client.batch(statements, 'write');
  const writer = startWriter(runBatch);
  return {
    url,
    client,
    orm: drizzle(client, { schema, casing: 'snake_case' }),
    write: writer.write,
    close: () => client.close(),
  };
}

async function setPragmas(client: Client): Promise<void> {
  await client.execute('PRAGMA journal_mode = WAL');
  const held = await Promise.all(
    Array.from({ length: concurrency }, () => client.transaction('deferred')),
  );
  for (const connection of held) {
    // A PRAGMA cannot change durability inside a transaction, so step out of it for a moment.
    await connection.executeMultiple(
      'COMMIT; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; BEGIN',
    );
  }
  for (const connection of held) await connection.rollback();
}
