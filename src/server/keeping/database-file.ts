import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The path of a database by its URL, or nothing for a remote one. */
export function databaseFile(url: string): string | undefined {
  if (!url.startsWith('file:')) return undefined;
  const [plain = ''] = url.split('?');
  return plain.startsWith('file://')
    ? fileURLToPath(plain)
    : resolve(decodeURIComponent(plain.slice('file:'.length)));
}

/** The name of a database file without its ending, by which its backups are known. */
export const stemOf = (path: string) => basename(path).replace(/\.db$/, '');

/** Where backups go unless another place is named: a folder beside the database. */
export const backupFolder = (path: string, env: NodeJS.ProcessEnv = process.env) =>
  resolve(env['BACKUP_DIR'] || join(dirname(path), 'backups'));

/** What to say of a database that is not a file here. */
export const remoteLines = [
  'This database is on a server of its own, so there is no file here to copy or to put back.',
  'Use the backups of that server (for a libSQL server: its snapshots or point-in-time restore).',
];
