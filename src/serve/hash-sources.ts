import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const folders = ['src', 'db', 'public'];
const files = ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];
// Run from source or only in tests, so a change there needs no new build.
const notBuilt = /^(src\/cli|src\/serve|db\/migrations)\/|\.test\.tsx?$|\.md$/;

/** Says in one hash what the built pages are made from, whatever the clock or the checkout did. */
export function hashSources(root: string): string {
  const hash = createHash('sha256');
  for (const path of [...folders.flatMap((folder) => listFiles(root, folder)), ...files].sort()) {
    if (notBuilt.test(path)) continue;
    hash
      .update(`${path}\0`)
      .update(readIfThere(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function listFiles(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
  } catch (error) {
    return emptyIfMissing(error, []);
  }
}

function readIfThere(file: string): Buffer | string {
  try {
    return readFileSync(file);
  } catch (error) {
    return emptyIfMissing(error, '');
  }
}

function emptyIfMissing<Empty>(error: unknown, empty: Empty): Empty {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return empty;
  throw error;
}
