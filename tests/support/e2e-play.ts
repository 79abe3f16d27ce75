import { expect, type Locator, type Page } from '@playwright/test';
import type { Story } from './e2e-story.ts';

/** The heading of the moment that a page shows. */
export const momentOf = (page: Page): Locator => page.getByRole('heading', { level: 1 });

/** Waits until the page answers by script, where there is script. */
export const awake = (page: Page) => expect(page.locator('astro-island[ssr]')).toHaveCount(0);

/** Somebody at a page of a scenario, who knows its moves by their ids. */
export const playerOf = (page: Page, story: Story) => ({
  /** Looks something up, and waits until it is told. */
  lookUp: async (at: string, id: string) => {
    const button = page.getByRole('button', { name: story.find(at, id) });
    await button.click();
    await expect(button).toHaveCount(0);
  },
  /** The option of a decision, to be chosen. */
  option: (at: string, id: string) => page.getByRole('radio', { name: story.option(at, id) }),
  /** Chooses an option and commits to it, then waits for the moment it leads to. */
  decide: async (at: string, id: string, leadsTo: string) => {
    await page.getByRole('radio', { name: story.option(at, id) }).check();
    await page.getByRole('button', { name: 'Do this' }).click();
    await expect(momentOf(page)).toHaveText(story.scene(leadsTo));
  },
  /** Goes on where nothing is decided, then waits for the moment it leads to. */
  goOn: async (at: string, leadsTo: string) => {
    await page.getByRole('button', { name: story.next(at) }).click();
    await expect(momentOf(page)).toHaveText(story.scene(leadsTo));
  },
});
