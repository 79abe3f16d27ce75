import type { Page } from '@playwright/test';
import { expect, onceIsEnough, test } from '../support/e2e-test.ts';
import { beginFromTemplate } from '#server/begin-observation.ts';
import type { Database } from '#db';
import type { Person } from '#domain/access/person.ts';

const seen = 'She checked the thickness against the plan and waited after each swallow.';
const yesterday = () => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const trust = ['Person-centred support', 'Food, drink and safe swallowing', 'Stopping infection'];

async function beginMealtime(db: Database, observer: Person, worker: Person) {
  const begun = await beginFromTemplate(db, observer, worker.id, 'mealtime');
  if (!begun.ok) throw new Error(begun.problem.code);
  return `/observations/${begun.value.id}/sign`;
}

const kept = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('draft ')).length);

async function fillTheRest(page: Page) {
  for (const name of trust)
    await page.getByRole('group', { name }).getByRole('radio', { name: 'nearby' }).check();
  await page.getByLabel('Day').fill(yesterday());
  await page.getByLabel('Time').fill('12:30');
  await page.getByLabel('Place').fill('The dining room');
}

test('what is typed survives a lost connection, a reload and a refusal, and is wiped once signed', async ({
  add,
  enter,
  db,
}) => {
  const worker = await add('Wren');
  const observer = await add('Sefa', 'assessor');
  const page = await enter(observer);
  const path = await beginMealtime(db, observer, worker);
  await page.goto(path);
  await expect(page.getByText('What you type is kept on this device')).toBeVisible();
  await expect(page.getByRole('complementary')).toContainText('what to look for');
  await page.getByLabel('What Wren did and said').fill(seen);
  await fillTheRest(page);

  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Sign the observation' }).click();
  await expect(page.getByText('There is no connection.')).toBeVisible();
  await expect(page.getByLabel('What Wren did and said')).toHaveValue(seen);

  await page.context().setOffline(false);
  await page.goto('/team');
  await page.goto(path);
  await expect(page.getByText('What you typed on this device is back.')).toBeVisible();
  await expect(page.getByLabel('What Wren did and said')).toHaveValue(seen);
  await expect(
    page.getByRole('group', { name: trust[0]! }).getByRole('radio', { name: 'nearby' }),
  ).toBeChecked();
  await page.getByLabel('What they said about it').fill('“She lets me do it.”');
  await page.getByRole('button', { name: 'Sign the observation' }).click();
  await expect(page.getByRole('alert').first()).toContainText('kept only if they did');
  await page.getByRole('radio', { name: 'They agreed that it is written down' }).check();
  await page.getByRole('button', { name: 'Sign the observation' }).click();
  await expect(page.getByRole('status')).toContainText('You have signed it.');
  await expect(page.getByText('They agreed that this is kept.')).toBeVisible();
  await expect.poll(() => kept(page)).toBe(0);
});

test('nobody else on the device is shown it, and it goes when the observer signs out or discards', async ({
  add,
  enter,
  db,
}) => {
  const worker = await add('Wren');
  const observer = await add('Sefa', 'assessor');
  const page = await enter(observer);
  const path = await beginMealtime(db, observer, worker);
  await page.goto(path);
  await page.getByLabel('What Wren did and said').fill(seen);
  expect(await kept(page)).toBe(1);
  await page.getByText('Discard it instead').click();
  await page.getByRole('button', { name: 'Discard it' }).click();
  await expect(page.getByRole('status')).toContainText('discarded');
  await expect.poll(() => kept(page)).toBe(0);

  await page.goto(await beginMealtime(db, observer, worker));
  await page.getByLabel('What Wren did and said').fill(seen);
  expect(await kept(page)).toBe(1);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await expect.poll(() => kept(page)).toBe(0);
});

for (const script of [true, false]) {
  test.describe(script ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: script });
    test.skip(({ viewport }) => viewport!.width > 500, onceIsEnough);

    test('it is kept to be finished later, by the service', async ({ add, enter, db }) => {
      const worker = await add('Wren');
      const observer = await add('Sefa', 'assessor');
      const page = await enter(observer);
      await page.goto(await beginMealtime(db, observer, worker));
      await page.getByLabel('What Wren did and said').fill(seen);
      await page.getByRole('button', { name: 'Keep it and finish later' }).click();
      await expect(page.getByRole('status')).toContainText('Kept');
      await expect(page.getByLabel('What Wren did and said')).toHaveValue(seen);
      await expect(page.getByLabel('Kind of task')).toHaveValue('mealtime');
    });
  });
}
