import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { refuse, ok, type Result } from '../domain/result.ts';
import { hashSources } from './hash-sources.ts';
import { readStamp } from './stamp-build.ts';

/** Whether the pages have to be built before they can be served. */
export function isBuildStale(root: string): boolean {
  const built = existsSync(join(root, 'dist', 'server', 'entry.mjs'));
  return !built || readStamp(root) !== hashSources(root);
}

/** Builds the pages when they are missing or older than their sources. */
export async function buildIfStale(
  root: string,
  say: (line: string) => void,
): Promise<Result<void, { output: string }>> {
  if (!isBuildStale(root)) return ok(undefined);
  say('Building the pages (once, and again after a change) ...');
  const begun = performance.now();
  const { code, output } = await runBuild(root);
  if (code !== 0) return refuse({ output });
  say(`Built in ${((performance.now() - begun) / 1000).toFixed(1)} s.`);
  return ok(undefined);
}

function runBuild(root: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const build = spawn(process.execPath, ['src/cli/astro.mjs', 'build'], { cwd: root });
    let output = '';
    const keep = (chunk: Buffer) => (output += chunk.toString());
    build.stdout.on('data', keep);
    build.stderr.on('data', keep);
    build.on('error', reject);
    build.on('close', (code) => resolve({ code, output }));
  });
}
