import type { Page } from '@playwright/test';
import { firstServiceId, replacePin } from '#db';
import { system } from '#domain/access/system.ts';
import { hashPassword } from '#server/auth/password.ts';
import { enrolTablet } from '#server/tablets/enrol-tablet.ts';
import { tabletCookieName } from '#server/tablets/tablet-cookie.ts';
import { addSomebody } from '../support/team.ts';
import { freshUsername, testPassphrase } from '../support/e2e-people.ts';
import { breachesOn } from '../support/e2e-axe.ts';
import { smallTargets } from '../support/e2e-targets.ts';
import { makePages } from '../support/e2e-pages.ts';
import type { PageToVisit } from '../support/pages/page-to-visit.ts';
import { expect, test } from '../support/e2e-test.ts';

test.describe.configure({ mode: 'parallel' });

const parts: [title: string, isOf: (page: PageToVisit, at: number) => boolean][] = [
  ['a worker opens', ({ as }) => as?.role === 'worker'],
  // Theirs are the most: two halves, so that two cores can look at them.
  ['a manager opens, the even ones,', ({ as }, at) => as?.role === 'manager' && at % 2 === 0],
  ['a manager opens, the odd ones,', ({ as }, at) => as?.role === 'manager' && at % 2 === 1],
  ['an assessor opens', ({ as }) => as?.role === 'assessor'],
  ['anybody opens', ({ as }) => !as],
];
for (const [who, isOf] of parts)
  test(`every page ${who} is accessible in light and dark, fits a narrow screen, keeps still`, async ({
    add,
    enter,
    db,
  }) => {
    test.setTimeout(150_000);
    const browsers = new Map<string, Page>();
    for (const one of (await makePages(db, add)).filter(isOf)) {
      const key = one.as?.id ?? 'nobody';
      const page = browsers.get(key) ?? (await enter(one.as));
      browsers.set(key, page);
      await test.step(one.name, () => lookAt(page, one));
    }
  });

test('so is the page where a first password is chosen', async ({ enter, db }) => {
  const page = await enter();
  const { person, code } = await addSomebody(db, freshUsername('first'));
  await page.goto('/sign-in');
  await page.getByLabel('User name').fill(person.username);
  await page.getByLabel('Password').fill(code);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await lookAt(page, {
    name: 'first password',
    as: person,
    path: '/account/first-password',
    press: 'Keep this password',
  });
});

test('so are the pages of a shared tablet', async ({ add, enter, db, baseURL }) => {
  const person = await add('Fern');
  await replacePin(db, person.id, await hashPassword(testPassphrase), new Date().toISOString());
  const input = { name: 'Kitchen', serviceId: firstServiceId };
  const made = await enrolTablet(db, system, input);
  if (!made.ok) throw new Error(made.problem.code);
  const page = await enter();
  const { token } = made.value;
  await page.context().addCookies([{ name: tabletCookieName, value: token, url: baseURL! }]);
  const own = { path: `/tablet/${person.id}`, press: 'Sign in' };
  const join = { path: '/tablet/join', press: 'Keep this PIN and sign in' };
  await lookAt(page, { name: 'names', as: undefined, path: '/tablet' });
  await lookAt(page, { name: 'PIN of somebody', as: undefined, ...own });
  await lookAt(page, { name: 'joining', as: undefined, ...join });
});

async function lookAt(page: Page, { name, path, press, status = 200 }: PageToVisit) {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const answer = await page.goto(path);
  expect.soft(answer?.status(), name).toBe(status);
  if (press) {
    await page.getByRole('button', { name: press, exact: true }).click();
    await expect(page.getByRole('alert')).toBeVisible();
  }
  if (!name.startsWith('gallery'))
    expect.soft(await smallTargets(page), `${name}: large enough for a thumb`).toEqual([]);
  // Whatever is folded away is read as well.
  await page
    .locator('details')
    .evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')));
  const moving = await page.evaluate(() => document.getAnimations().length);
  expect.soft(moving, `${name}: nothing moves where motion is not wanted`).toBe(0);
  const before = page.viewportSize()!;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Only its colours change in the dark.
    const found = await breachesOn(page, colorScheme === 'dark' ? ['color-contrast'] : undefined);
    expect.soft(found, `${name} in ${colorScheme}`).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect.soft(await wideThings(page), `${name} at 320 pixels`).toEqual([]);
  expect.soft(await squeezedThings(page), `${name}: room for its words`).toEqual([]);
  await page.setViewportSize(before);
}

/** What reaches past the right edge, where the page can be scrolled sideways. */
const wideThings = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > width + 1)
      .map((one) => one.outerHTML.slice(0, 120));
  });

/** What has a sentence to say, in a column too narrow for a long word. */
const squeezedThings = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('p, dd, dt, li')]
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().width < 90)
      .filter((one) => (one.textContent ?? '').trim().length > 40)
      .map((one) => one.outerHTML.slice(0, 120)),
  );

test('motion is shown only to those who want it', async ({ add, enter, db }) => {
  const [debrief] = (await makePages(db, add)).filter(({ name }) => name === 'debrief');
  const page = await enter(debrief!.as);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.goto(debrief!.path, { waitUntil: 'commit' });
  const moving = () => page.evaluate(() => document.getAnimations().length);
  await expect.poll(moving).toBeGreaterThan(0);
});
