import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { hashSources } from './hash-sources.ts';

const stampFile = (root: string) => join(root, 'dist', 'sources.sha256');

/** Notes beside the built pages what they were built from, so that a start knows when to build. */
export function stampBuild(): AstroIntegration {
  let sources = '';
  return {
    name: 'stamp-build',
    hooks: {
      // Before the build, so that an edit made meanwhile counts as not yet built.
      'astro:build:start': () => {
        sources = hashSources(process.cwd());
      },
      'astro:build:done': () => writeStamp(process.cwd(), sources),
    },
  };
}

/** Writes down which sources the pages in dist/ were built from. */
export function writeStamp(root: string, sources: string): void {
  mkdirSync(dirname(stampFile(root)), { recursive: true });
  writeFileSync(stampFile(root), `${sources}\n`);
}

/** Reads which sources the pages in dist/ were built from; nothing when there are none. */
export function readStamp(root: string): string | undefined {
  try {
    return readFileSync(stampFile(root), 'utf8').trim();
  } catch {
    return undefined;
  }
}
