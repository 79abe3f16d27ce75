import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isBuildStale } from '../../src/serve/build-if-stale.ts';
import { freshUrl } from './database.ts';
import { copySample } from './sample-file.ts';

const root = join(import.meta.dirname, '..', '..');

/** The real service, running on a sample database of its own. */
export interface RunningService {
  address: string;
  databaseUrl: string;
  /** All that it wrote: what it said at the start, and its log. */
  output(): string;
  stop(): Promise<void>;
}

/**
 * Starts `server.mjs` as `npm start` does, on any free port; it builds the pages first when they are
 * stale. Two that start at once then take turns, since both would build into one folder.
 */
export async function startService(env: Record<string, string> = {}): Promise<RunningService> {
  const { url: databaseUrl, remove } = await freshUrl();
  const isUsual = !['CONTENT_DIR', 'SAMPLE', 'DATABASE_URL'].some((name) => name in env);
  if (isUsual && databaseUrl.startsWith('file:')) await copySample(databaseUrl.slice(5));
  const unlock = isBuildStale(root) ? await takeTurn() : () => {};
  try {
    const service = spawn(process.execPath, ['server.mjs'], {
      cwd: root,
      env: {
        ...plainEnvironment(),
        ...{
          PORT: '0',
          HOST: '127.0.0.1',
          DATABASE_URL: databaseUrl,
          LOG_LEVEL: 'warn',
          SAMPLE: 'small',
          ORGANISATIONS: 'off',
          // Tests send in a minute what a home sends in a day; those of the limits turn them on.
          RATE_LIMITS: 'off',
        },
        ...env,
      },
    });
    let output = '';
    const ended = new Promise<void>((done) => service.once('close', () => done()));
    const address = await new Promise<string>((ready, failed) => {
      const keep = (chunk: Buffer) => {
        output += chunk.toString();
        const found = /running at (http:\S+)/.exec(output)?.[1];
        if (found) ready(found);
      };
      service.stdout.on('data', keep);
      service.stderr.on('data', keep);
      service.once('error', failed);
      void ended.then(() => failed(new Error(`The service did not start:\n${output}`)));
    });
    const stop = async () => {
      service.kill('SIGTERM');
      await ended;
      await remove();
    };
    return { address, databaseUrl, output: () => output, stop };
  } finally {
    unlock();
  }
}

/** What a test runner puts into its environment would make the pages believe they are tested. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const ours =
    /^(VITEST|NODE_ENV$|NODE_OPTIONS$|TEST$|MODE$|DEV$|PROD$|SSR$|BASE_URL$|CONTENT_DIR$|ORIGIN$|SAMPLE$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

async function takeTurn(): Promise<() => void> {
  const lock = join(
    tmpdir(),
    `in-practice-starting-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`,
  );
  for (;;) {
    try {
      mkdirSync(lock);
      return () => rmdirSync(lock);
    } catch {
      // One that was killed while it started leaves its turn behind.
      const begun = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
      if (Date.now() - begun > 180_000) rmSync(lock, { recursive: true, force: true });
      await wait(200);
    }
  }
}
