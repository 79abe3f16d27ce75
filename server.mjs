import './src/cli/require-node.mjs';

// A relative DATABASE_URL, the scenarios and the built pages are all found from the project's folder.
process.chdir(import.meta.dirname);
// Databases and backups are for this account alone, whatever the machine gives by default.
process.umask(0o077);

const { start } = await import('./src/serve/start.ts');
await start();
