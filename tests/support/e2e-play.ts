import { expect, type Locator, type Page } from '@playwright/test';

/** The heading of the moment that a page shows. */
export const momentOf = (page: Page): Locator => page.getByRole('heading', { level: 1 });

/** The options of the decision, without how sure one is. */
export const optionsOf = (page: Page): Locator =>
  page.locator('.decision').getByRole('group').first();

/** Waits until the page answers by script, where there is script. */
export const awake = (page: Page) => expect(page.locator('astro-island[ssr]')).toHaveCount(0);

/** Looks something up, and waits until it is told. */
export async function lookUp(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  await expect(page.getByRole('button', { name: label })).toHaveCount(0);
}

/** Chooses an option and commits to it, then waits for the moment it leads to. */
export async function decide(page: Page, option: string, leadsTo: string): Promise<void> {
  await page.getByRole('radio', { name: option }).check();
  await page.getByRole('button', { name: 'Do this' }).click();
  await expect(momentOf(page)).toHaveText(leadsTo);
}

/** Goes on where nothing is decided, then waits for the moment it leads to. */
export async function goOn(page: Page, words: string, leadsTo: string): Promise<void> {
  await page.getByRole('button', { name: words }).click();
  await expect(momentOf(page)).toHaveText(leadsTo);
}
