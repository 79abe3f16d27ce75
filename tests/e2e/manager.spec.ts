import type { Page } from '@playwright/test';
import { londonDate, sayDate } from '#domain/london-time.ts';
import { playSample } from '#server/sample/play-sample.ts';
import { momentOf } from '../support/e2e-play.ts';
import { readStory } from '../support/e2e-story.ts';
import { expect, onceIsEnough, test } from '../support/e2e-test.ts';

const now = () => new Date().toISOString();
const weekAgo = () => new Date(Date.now() - 7 * 86_400_000).toISOString();
const talked = 'We went through the porridge. She will ask him first, and ring the office.';

/** The team as this screen shows it: a table where there is room, a list where there is not. */
const teamOf = (page: Page) => page.locator('.team-wide, .team-list').filter({ visible: true });

for (const script of [true, false]) {
  test.describe(script ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: script });
    test.skip(({ viewport }) => !script && viewport!.width > 500, onceIsEnough);

    test('a manager opens an attempt decision by decision and records the conversation', async ({
      add,
      enter,
      db,
    }) => {
      const worker = await add('Tess');
      const attempt = await playSample(db, worker, 'morning-tablets', 'harms-once', weekAgo());
      const manager = await add('Ruth', 'manager');
      const page = await enter(manager);
      await page.goto('/');
      await expect(momentOf(page)).toHaveText('Today');
      await page.goto('/team');
      await findOnTeam(page, worker.name);
      await page.getByRole('region', { name: 'Scenarios' }).getByRole('link').first().click();
      expect(new URL(page.url()).pathname).toBe(`/attempts/${attempt}/debrief`);
      await readDecisions(page);
      await recordConversation(page);
      await page.goto(`/people/${worker.id}`);
      const first = page.getByRole('region', { name: 'First of all' });
      await first.getByRole('listitem').first().getByRole('link').first().click();
      await expect(page.getByRole('article').getByRole('listitem').first()).toHaveText(
        `Talked through: ${sayDate(now())}, ${manager.name}`,
      );
    });

    test('concerns come first on the team page, and it can be narrowed', async ({ enter, add }) => {
      const page = await enter(await add('Ruth', 'manager'));
      await page.goto('/team');
      const team = teamOf(page);
      // Thousands of links by now, of people of other tests: asking the role of each takes seconds.
      const linkOf = (name: string) => team.locator('a', { hasText: name });
      const names = await team.locator('a', { hasText: / / }).allInnerTexts();
      expect(names.indexOf('Daniel Kowalski')).toBeGreaterThanOrEqual(0);
      expect(names.indexOf('Daniel Kowalski')).toBeLessThan(names.indexOf('Leah Osborne'));

      await page.getByText('Show only some').click();
      await page.getByLabel('Somebody with').selectOption({ label: 'Concern' });
      await page.getByRole('button', { name: 'Show' }).click();
      await expect(linkOf('Daniel Kowalski')).toBeVisible();
      await expect(linkOf('Leah Osborne')).toHaveCount(0);
      await page.getByLabel('Role category').selectOption({ label: 'Personal assistant' });
      await page.getByRole('button', { name: 'Show' }).click();
      await expect(page.getByRole('heading', { name: 'Nobody fits that' })).toBeVisible();
      await page.getByRole('link', { name: 'Show everybody' }).click();
      await expect(linkOf('Leah Osborne')).toBeVisible();
    });
  });
}

async function findOnTeam(page: Page, name: string) {
  await teamOf(page).getByRole('link', { name, exact: true }).click();
  await expect(momentOf(page)).toHaveText(name);
}

async function readDecisions(page: Page) {
  await expect(momentOf(page)).toHaveText(`Looking back: ${readStory('morning-tablets').title}`);
  const harm = page.getByRole('listitem').filter({
    has: page.getByText('This would have done harm', { exact: true }),
  });
  const turn = harm.first();
  await turn.getByText('What was offered, and what it shows').click();
  const offered = turn.getByRole('list').getByRole('listitem');
  expect(await offered.count()).toBeGreaterThanOrEqual(3);
  await expect(offered.filter({ hasText: 'Chosen' })).toHaveCount(1);
  await expect(offered.filter({ hasText: 'Chosen' })).toContainText('would have done harm');
  for (const why of await offered.locator('.quiet').allInnerTexts())
    expect(why.length).toBeGreaterThan(30);
}

async function recordConversation(page: Page) {
  await page.getByLabel('What was talked about').fill(talked);
  await page.getByRole('button', { name: 'Record the conversation' }).click();
  await expect(page.getByRole('alert')).toContainText('There is a problem');
  await expect(page.getByLabel('What was talked about')).toHaveValue(talked);
  await page.getByLabel('When did you talk?').fill(londonDate(now()));
  await page.getByRole('button', { name: 'Record the conversation' }).click();
  await expect(page.getByRole('status')).toContainText('The conversation is recorded.');
  await expect(page.getByText(talked)).toBeVisible();
}
