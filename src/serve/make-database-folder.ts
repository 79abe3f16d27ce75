import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Makes the folder of a database file, since the driver does not; a remote address needs none. */
export function makeDatabaseFolder(databaseUrl: string): void {
  if (!databaseUrl.startsWith('file:')) return;
  const path = databaseUrl.startsWith('file://')
    ? fileURLToPath(databaseUrl)
    : databaseUrl.slice('file:'.length);
  mkdirSync(dirname(path.split('?')[0] ?? path), { recursive: true });
}
