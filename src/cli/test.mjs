// npm test: every stage; npm run check: the quick ones; npm run check:e2e: build and browser.
import './require-node.mjs';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { countResults } from './count-results.mjs';

const stages = [
  // Neither uses more than one core, and together they take as long as the types: side by side.
  { name: 'format', run: ['prettier --check --log-level warn .'], beside: true },
  { name: 'lint', run: ['eslint .'], beside: true },
  { name: 'types', run: ['node src/cli/astro.mjs sync', 'node src/cli/astro.mjs check'] },
  // Before the tests that start a service, which would each see that there is something to build.
  { name: 'build', run: ['node src/cli/astro.mjs build'] },
  {
    name: 'vitest',
    run: [
      'vitest run --reporter=default --reporter=json --outputFile.json=test-results/vitest.json',
    ],
  },
  // The browser meets the built pages: without a build there is nothing to visit.
  { name: 'playwright', run: ['playwright test'], needs: 'build' },
];
const chosen = {
  all: stages.map(({ name }) => name),
  check: ['format', 'lint', 'types', 'build', 'vitest'],
  e2e: ['build', 'playwright'],
}[process.argv[2] ?? 'all'];

if (!chosen) {
  console.error('Say nothing for every stage, or: check, e2e');
  process.exit(1);
}

rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results');

const done = [];
const running = stages
  .filter(({ name, beside }) => beside && chosen.includes(name))
  .map(({ name, run }) => ({ name, begun: performance.now(), ended: runBeside(run[0]) }));
const keep = (stage) => {
  done.push(stage);
  writeFileSync('test-results/stages.json', JSON.stringify(done, null, 2));
};

for (const { name, run, needs, beside } of stages) {
  if (beside || !chosen.includes(name)) continue;
  const skipped = done.some((stage) => stage.name === needs && !stage.ok);
  console.log(skipped ? `\n== ${name}: not run, since ${needs} failed` : `\n== ${name}`);
  const begun = performance.now();
  const ok = !skipped && run.every(runCommand);
  keep({ name, ok, skipped, seconds: (performance.now() - begun) / 1000 });
  // What ran beside the first stage is told after it.
  for (const one of running.splice(0)) {
    const { ok: isWell, said, at } = await one.ended;
    console.log(`\n== ${one.name}\n${said}`);
    keep({ name: one.name, ok: isWell, skipped: false, seconds: (at - one.begun) / 1000 });
  }
}

console.log('');
for (const { name, ok, skipped, seconds } of done) {
  const outcome = ok ? 'passed' : skipped ? 'NOT RUN' : 'FAILED';
  console.log(`${name.padEnd(12)}${outcome.padEnd(8)}${seconds.toFixed(1).padStart(7)} s`);
}
const { passed, failed } = countResults('test-results', chosen);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

function runCommand(command) {
  // npm has put the folder of the installed commands first on PATH, so `node` is the right one too.
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' });
  return status === 0;
}

/** Runs a command while others run, and keeps what it says until it is asked for. */
function runBeside(command) {
  const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (said += text));
  return new Promise((ended) => {
    child.on('close', (code) => ended({ ok: code === 0, said, at: performance.now() }));
  });
}
