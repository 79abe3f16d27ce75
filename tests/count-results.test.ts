import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { countResults } from '../src/cli/count-results.mjs';

const stages = (failed: string[] = []) =>
  ['format', 'lint', 'types', 'vitest', 'build', 'playwright'].map((name) => ({
    name,
    ok: !failed.includes(name),
  }));
const vitest = { numPassedTests: 10, numFailedTests: 0, testResults: [] };
const playwright = { stats: { expected: 4, flaky: 0, unexpected: 0 }, errors: [] };
const brokenFile = { status: 'failed', assertionResults: [] };

test.each([
  ['all well', { stages: stages(), vitest, playwright }, [18, 0]],
  ['no report at all', {}, [0, 6]],
  ['a failed stage', { stages: stages(['lint']), vitest, playwright }, [17, 1]],
  [
    'failed tests',
    { stages: stages(['vitest']), vitest: { ...vitest, numFailedTests: 2 }, playwright },
    [18, 2],
  ],
  ['a runner that fell over', { stages: stages(['vitest']), vitest, playwright }, [18, 1]],
  [
    'a file that cannot be read',
    { stages: stages(['vitest']), vitest: { ...vitest, testResults: [brokenFile] }, playwright },
    [18, 1],
  ],
  [
    'a runner that found nothing',
    { stages: stages(), vitest: { ...vitest, numPassedTests: 0 }, playwright },
    [8, 1],
  ],
  ['no browser run', { stages: stages(['playwright']), vitest }, [14, 1]],
])('%s', (_name, reports, [passed, failed]) => {
  const folder = mkdtempSync(join(tmpdir(), 'in-practice-count-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, report] of Object.entries(reports)) {
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(report));
  }
  expect(countResults(folder)).toEqual({ passed, failed });
});
