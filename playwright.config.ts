import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const port = Number(process.env.E2E_PORT || 4399);

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/playwright',
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  workers: 2,
  // A test that passes only sometimes has failed.
  retries: 0,
  timeout: 45_000,
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // Where something is missing, say which step missed it, well before the test runs out of time.
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    screenshot: 'only-on-failure',
    // A trace of everything costs a fifth of the time. For one: npx playwright test --trace retain-on-failure
    trace: 'off',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--no-sandbox',
        // Nothing to draw with: without this it pretends to have one, in software.
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'phone', use: { viewport: { width: 360, height: 740 }, hasTouch: true } },
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
  ],
  webServer: {
    // Through npm, so that the server runs on the Node that the project brings.
    command: 'npm start',
    url: `http://127.0.0.1:${port}/healthz`,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 12_000 },
    env: {
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: `file:${join(makeDataFolder(), 'e2e.db')}`,
      LOG_LEVEL: 'warn',
      GALLERY: 'on',
      SAMPLE: 'small',
    },
  },
});

function findChromium(): string {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  // The one that is made to have no screen does the same in four fifths of the time.
  for (const name of ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {
      // Not this one: `which` answers by its exit code.
    }
  }
  throw new Error('No Chromium found. Install it, or name its program in CHROMIUM_PATH.');
}

/** A fresh folder for each run; every worker reads this file again and must not make another. */
function makeDataFolder(): string {
  const given = process.env.IN_PRACTICE_E2E_DATA;
  if (given) return given;
  const made = mkdtempSync(join(tmpdir(), 'in-practice-e2e-'));
  process.env.IN_PRACTICE_E2E_DATA = made;
  process.on('exit', () => rmSync(made, { recursive: true, force: true }));
  return made;
}
