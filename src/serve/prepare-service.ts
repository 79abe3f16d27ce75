import { fork } from 'node:child_process';
import { ok, refuse, type Result } from '../domain/result.ts';
import { makeDatabaseFolder } from './make-database-folder.ts';
import type { Settings } from './read-settings.ts';

/** What the preparing process says when it is done, or why the content cannot be used. */
export interface PreparedMessage {
  ready: boolean;
  lines: string[];
}

/**
 * Readies the database and the scenarios; content that cannot be used comes back line by line. In a
 * process of its own: playing every path of every scenario takes memory that the server never needs.
 */
export function prepareService({
  databaseUrl,
  sample,
}: Pick<Settings, 'databaseUrl' | 'sample'>): Promise<
  Result<{ lines: string[] }, { lines: string[] }>
> {
  // The pages open the database by this name too, and must open the same one.
  process.env.DATABASE_URL = databaseUrl;
  makeDatabaseFolder(databaseUrl);
  return new Promise((resolve, reject) => {
    const script = new URL('./prepare-process.ts', import.meta.url);
    const child = fork(script, [databaseUrl, sample]);
    let said: PreparedMessage | undefined;
    child.on('message', (message: PreparedMessage) => (said = message));
    child.on('error', reject);
    child.on('close', (code) => {
      if (said?.ready) resolve(ok({ lines: said.lines }));
      else if (said) resolve(refuse({ lines: said.lines }));
      else reject(new Error(`The database could not be prepared (exit ${code}); see above.`));
    });
  });
}
