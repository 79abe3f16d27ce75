// npm run pictures: takes the pictures of docs/pictures from a sample service of its own.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import { samplePassphrase } from '#server/sample/passphrase.ts';
import { findFreePort } from '../../src/cli/bench/find-free-port.ts';
import { readStory } from '../support/e2e-story.ts';
import { makeSheet, takeWalk } from './take-walk.ts';

const port = await findFreePort();
const address = `http://127.0.0.1:${port}`;
const folder = join('docs', 'pictures');
const most = 150_000;
const phone = { width: 360, height: 740 };
const desk = { width: 1280, height: 800 };

interface Picture {
  name: string;
  as: string;
  screen: typeof phone;
  open: (page: Page) => Promise<unknown>;
}

const story = readStory('morning-tablets');
const strands = readStory('the-noise-at-four');
const follow = (page: Page, name: string) =>
  page.locator('main').getByRole('link', { name }).filter({ visible: true }).first().click();

const bringToTop = (page: Page, heading: string) =>
  page
    .getByRole('heading', { name: heading })
    .evaluate((found) => window.scrollBy(0, found.getBoundingClientRect().top - 40));

const at = (path: string) => (page: Page) => page.goto(path);

const pictures: Picture[] = [
  { name: 'home', as: 'amina', screen: phone, open: at('/home') },
  { name: 'scene', as: 'leah', screen: desk, open: openScene },
  { name: 'debrief', as: 'daniel', screen: desk, open: openDebrief },
  { name: 'profile', as: 'priscilla', screen: desk, open: at('/profile') },
  { name: 'team', as: 'grace', screen: desk, open: at('/team') },
  { name: 'observation', as: 'tom', screen: phone, open: openObservation },
  { name: 'two-at-once', as: 'ravi', screen: desk, open: openStrands },
  { name: 'library', as: 'grace', screen: desk, open: at('/library') },
  { name: 'map', as: 'grace', screen: desk, open: openMap },
  { name: 'outline', as: 'tom', screen: desk, open: openOutline },
  { name: 'today', as: 'grace', screen: desk, open: at('/today') },
  { name: 'alerts', as: 'grace', screen: desk, open: at('/alerts') },
  { name: 'cover', as: 'grace', screen: desk, open: at('/cover') },
  { name: 'policy-change', as: 'grace', screen: desk, open: tryPolicy },
  { name: 'outcomes', as: 'grace', screen: desk, open: openOutcomes },
  { name: 'pack', as: 'grace', screen: desk, open: at('/pack') },
  { name: 'certificate', as: 'amina', screen: phone, open: openCertificate },
  { name: 'marking', as: 'tom', screen: desk, open: openMarking },
  { name: 'supervision', as: 'priscilla', screen: desk, open: openSupervision },
];

async function openScene(page: Page) {
  await page.goto('/scenarios/morning-tablets');
  await page.getByRole('button', { name: 'Begin' }).click();
  for (const find of ['read-plan', 'see-card']) {
    const look = page.getByRole('button', { name: story.find('kitchen', find) });
    await look.click();
    await look.waitFor({ state: 'detached' });
  }
  await page.getByRole('button', { name: story.next('kitchen') }).click();
  await page.getByRole('heading', { name: story.scene('pot') }).waitFor();
  await bringToTop(page, story.scene('pot'));
}

async function openStrands(page: Page) {
  await page.goto('/scenarios/the-noise-at-four');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('radio', { name: strands.option('ten-to-four', 'near-and-watch') }).check();
  await page.getByRole('button', { name: 'Do this' }).click();
  await page.getByRole('heading', { name: strands.scene('two-doors') }).waitFor();
  await bringToTop(page, strands.scene('two-doors'));
}

async function openMap(page: Page) {
  await page.goto('/scenarios/the-noise-at-four/map');
  await page.getByRole('button', { name: 'Show the map and its answers' }).click();
  await page.getByRole('region', { name: 'The drawing' }).evaluate((box) => {
    window.scrollBy(0, box.getBoundingClientRect().top - 20);
  });
}

async function openOutline(page: Page) {
  await page.goto('/scenarios/tea-at-three/map');
  await page.getByRole('button', { name: 'Show the map and its answers' }).click();
  await page.locator('summary').first().click();
  await bringToTop(page, 'Outline');
}

async function tryPolicy(page: Page) {
  await page.goto('/policy/change');
  await page
    .locator('details')
    .evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')));
  await page.locator('[name="levels.2.practice.observations"]').fill('3');
  await page.getByRole('button', { name: 'See what would change' }).click();
  await page.getByRole('heading', { name: 'What this change would do' }).waitFor();
}

async function openOutcomes(page: Page) {
  await page.goto('/outcomes/morning-tablets');
  await page.getByRole('button', { name: 'Show the outcomes and the answers' }).click();
  await bringToTop(page, 'Decisions to look at again');
}

async function openCertificate(page: Page) {
  await page.goto('/profile');
  await page.getByRole('link', { name: 'Care Certificate record' }).click();
}

async function openMarking(page: Page) {
  await page.goto('/marking');
  await page.locator('main a[href^="/marking/"]').first().click();
}

async function openSupervision(page: Page) {
  await page.goto('/home');
  await page.locator('main a[href^="/supervisions/"]').first().click();
}

async function openDebrief(page: Page) {
  await page.goto('/home');
  await follow(page, story.title);
  await bringToTop(page, 'The one thing that matters most');
}

async function openObservation(page: Page) {
  await page.goto('/team');
  await follow(page, 'Joan Hartley');
  await page.getByRole('link', { name: 'Record an observation' }).click();
  await page.getByRole('radio', { name: 'A medicines round' }).check();
  await page.getByRole('button', { name: 'Begin the observation' }).click();
  await bringToTop(page, 'How far you would trust Joan next time');
}

/** Scenarios shown from their introduction to the debrief, and who plays them. */
const walks = { 'the-left-slipper': 'leah', 'b-flat': 'daniel', 'the-third-box': 'joan' };

async function enter(browser: Browser, as: string, screen: typeof phone) {
  const context = await browser.newContext({
    viewport: screen,
    baseURL: address,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('User name').fill(as);
  await page.getByLabel('Password').fill(samplePassphrase);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  return page;
}

async function take(browser: Browser, { name, as, screen, open }: Picture) {
  const page = await enter(browser, as, screen);
  await open(page);
  await page.waitForLoadState('networkidle');
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  await page.context().close();
  weigh(path, most);
}

async function takeSheet(browser: Browser, slug: string, as: string) {
  const page = await enter(browser, as, phone);
  const pictures = await takeWalk(page, slug);
  await page.context().close();
  const path = join(folder, `walk-${slug}.jpg`);
  // A page of its own: those of the service allow no pictures but its own.
  const sheet = await browser.newPage();
  writeFileSync(path, await makeSheet(sheet, pictures, 7));
  await sheet.close();
  weigh(path, 6 * most);
}

function weigh(path: string, atMost: number) {
  const { size } = statSync(path);
  console.log(`${path}: ${Math.round(size / 1000)} kB`);
  if (size > atMost) throw new Error(`${path} is over ${atMost / 1000} kB. Clip it.`);
}

async function serve(data: string) {
  const url = `file:${join(data, 'pictures.db')}`;
  const env = { ...process.env, DATABASE_URL: url, PORT: String(port), HOST: '127.0.0.1' };
  const child = spawn(process.execPath, ['server.mjs'], {
    env: { ...env, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let tries = 0; tries < 240 && child.exitCode === null; tries += 1) {
    const up = await fetch(`${address}/healthz`).catch(() => null);
    if (up?.ok) return child;
    await wait(500);
  }
  child.kill();
  throw new Error('The sample service did not start.');
}

const findChromium = () =>
  process.env['CHROMIUM_PATH'] ?? execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();

mkdirSync(folder, { recursive: true });
const data = mkdtempSync(join(tmpdir(), 'in-practice-pictures-'));
const server = await serve(data);
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
try {
  for (const picture of pictures) await take(browser, picture);
  for (const [slug, as] of Object.entries(walks)) await takeSheet(browser, slug, as);
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await new Promise((ended) => server.once('exit', ended));
  rmSync(data, { recursive: true, force: true });
}
