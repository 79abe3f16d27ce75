import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pino } from 'pino';
import type { Handler } from '../../serve/answer-request.ts';
import { listen } from '../../serve/listen.ts';

/**
 * Serves the built pages as `npm start` does, on a database that is known to be ready: nothing is
 * built or prepared, so that a restart costs a second or two. Started by the torture as a process of
 * its own, to be killed.
 */
const root = process.cwd();
const entry = pathToFileURL(join(root, 'dist', 'server', 'entry.mjs')).href;
const { handler } = (await import(entry)) as { handler: Handler };
const listening = await listen({
  handler,
  clientDir: join(root, 'dist', 'client'),
  log: pino({ level: process.env['LOG_LEVEL'] ?? 'silent', base: null }),
  host: '127.0.0.1',
  port: Number(process.env['PORT']),
});
if (!listening.ok) throw new Error(listening.problem.line);
