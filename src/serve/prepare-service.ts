import { fork } from 'node:child_process';
import type { Filling } from '#server/prepare.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { makeDatabaseFolder } from './make-database-folder.ts';

/** A database to be readied, and what it is filled with where it is new. */
export interface ToPrepare {
  databaseUrl: string;
  sample: Filling;
}

/** What came of each database, in order; or why the content cannot be used for any. */
export interface PreparedMessage {
  done?: { ready: boolean; lines: string[] }[];
  lines?: string[];
}

/**
 * Readies databases and the scenarios in them; content that cannot be used comes back line by line. In
 * a process of its own: playing every path of every scenario takes memory that the server never needs.
 */
export function prepareDatabases(
  databases: readonly ToPrepare[],
): Promise<Result<{ ready: boolean; lines: string[] }[], { lines: string[] }>> {
  for (const { databaseUrl } of databases) makeDatabaseFolder(databaseUrl);
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./prepare-process.ts', import.meta.url));
    let said: PreparedMessage | undefined;
    child.on('message', (message: PreparedMessage) => (said = message));
    child.on('error', reject);
    child.on('close', (code) => {
      if (said?.done) resolve(ok(said.done));
      else if (said?.lines) resolve(refuse({ lines: said.lines }));
      else reject(new Error(`The database could not be prepared (exit ${code}); see above.`));
    });
    // Not as an argument, which everybody on the machine can read: a URL may hold a token.
    child.send(databases);
  });
}

/** Readies the one database of a service; what stands in the way of it comes back line by line. */
export async function prepareService({
  databaseUrl,
  sample,
}: ToPrepare): Promise<Result<{ lines: string[] }, { lines: string[] }>> {
  // The pages open the database by this name too, and must open the same one.
  process.env.DATABASE_URL = databaseUrl;
  const prepared = await prepareDatabases([{ databaseUrl, sample }]);
  if (!prepared.ok) return prepared;
  const [{ ready, lines } = { ready: false, lines: [] }] = prepared.value;
  return ready ? ok({ lines }) : refuse({ lines });
}
