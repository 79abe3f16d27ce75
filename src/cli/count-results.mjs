// Adds up what the stages of npm test left in test-results/. Run by itself, it prints the sum.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const allStages = ['format', 'lint', 'types', 'vitest', 'build', 'playwright'];
const counters = { vitest: countVitest, playwright: countPlaywright };

/** Counts passed and failed tests; a stage with no report of its own counts as one test. */
export function countResults(folder, expected = allStages) {
  const stages = readReport(folder, 'stages.json') ?? [];
  const total = { passed: 0, failed: 0 };
  for (const name of expected) {
    const ok = stages.find((stage) => stage.name === name)?.ok === true;
    const counted = counters[name] ? countReport(folder, name) : { passed: ok ? 1 : 0, failed: 0 };
    total.passed += counted.passed;
    total.failed += counted.failed;
    // A stage that fell over, or never ran, without one failed test to show for it.
    if (!ok && counted.failed === 0) total.failed += 1;
    // A runner that found no test at all proves nothing.
    else if (ok && counted.passed === 0) total.failed += 1;
  }
  return total;
}

function countReport(folder, name) {
  const report = readReport(folder, `${name}.json`);
  return report ? counters[name](report) : { passed: 0, failed: 0 };
}

function countVitest(report) {
  const brokenFiles = (report.testResults ?? []).filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length };
}

function countPlaywright({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}

function readReport(folder, file) {
  try {
    return JSON.parse(readFileSync(join(folder, file), 'utf8'));
  } catch {
    // Missing or cut short: its stage then counts as failed.
    return undefined;
  }
}

if (process.argv[1]?.endsWith('count-results.mjs')) {
  const { passed, failed } = countResults('test-results');
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}
