import './require-node.mjs';

const { prepareService } = await import('../serve/prepare-service.ts');
const { readSettings } = await import('../serve/read-settings.ts');

const settings = readSettings(process.env);
const prepared = settings.ok ? await prepareService(settings.value) : undefined;
const lines = !settings.ok
  ? [settings.problem.line]
  : prepared.ok
    ? prepared.value.lines
    : prepared.problem.lines;
for (const line of lines) console.log(line);
if (!prepared?.ok) process.exit(1);

process.argv.splice(2, 0, 'dev');
await import('./astro.mjs');
