import './src/cli/require-node.mjs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// A relative DATABASE_URL, the scenarios and the built pages are all found from the project's folder.
process.chdir(import.meta.dirname);
// Databases and backups are for this account alone, whatever the machine gives by default.
process.umask(0o077);
// What an earlier start compiled is not compiled again: a third of the time until it serves.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules', '.cache', 'compiled');
enableCompileCache();

const { start } = await import('./src/serve/start.ts');
await start();
