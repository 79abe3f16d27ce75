import type { Page } from '@playwright/test';
import { playSample } from '#server/sample/play-sample.ts';
import { momentOf } from '../support/e2e-play.ts';
import { expect, onceIsEnough, test } from '../support/e2e-test.ts';

const medicines = 'Helping with medicines';
const seen =
  'She read the chart, asked him what he wanted, waited, and signed when he had swallowed.';
const reply = 'I was slower than usual because he had a visitor. Otherwise I see it the same way.';
const corrected =
  'She read the chart and asked him. I wrote that she waited: she had to be reminded.';
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

for (const script of [true, false]) {
  test.describe(script ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: script });
    test.skip(({ viewport }) => !script && viewport!.width > 500, onceIsEnough);

    test('an observation is made blind, signed, joined, replied to and corrected', async ({
      add,
      enter,
      db,
    }) => {
      test.slow();
      const worker = await add('Wren');
      await playSample(db, worker, 'morning-tablets', 'sound', daysAgo(7));
      const page = await enter(await add('Ruth', 'manager'));
      await page.goto(`/people/${worker.id}`);
      const evidenced = page.getByRole('region', { name: 'Where there is evidence' });
      await expect(evidenced.getByRole('link', { name: medicines, exact: true })).toBeVisible();

      await beginBlind(page, worker);
      await signAfterAnError(page);
      await seeThemJoined(page, worker.id);
      const mine = await enter(worker);
      await replyAsWorker(mine);
      await correct(page, worker.id);
      await mine.reload();
      await expect(mine.getByText('This was corrected')).toBeVisible();
      await expect(mine.getByText(seen)).toBeVisible();
      await expect(mine.getByText(reply)).toBeVisible();
      await mine.getByRole('link', { name: 'Read what stands now' }).click();
      await expect(mine.getByText(corrected)).toBeVisible();
    });
  });
}

async function beginBlind(page: Page, worker: { id: string; name: string }) {
  await page.getByRole('link', { name: 'Record an observation' }).click();
  await page.getByRole('button', { name: 'Begin the observation' }).click();
  await expect(page.getByRole('alert')).toContainText('Choose what you will watch.');
  await page.getByRole('radio', { name: 'Something else' }).check();
  await page.getByRole('button', { name: 'Begin the observation' }).click();
  await expect(page.getByRole('alert')).toContainText('at least one');
  await page.getByRole('checkbox', { name: medicines }).check();
  await page.getByRole('button', { name: 'Begin the observation' }).click();
  await expect(momentOf(page)).toHaveText(`What you saw ${worker.name} do`);
  const draft = page.url();

  await page.goto(`/people/${worker.id}`);
  const hidden = page.getByRole('region', { name: 'Hidden from you for now' });
  await expect(hidden).toContainText(medicines);
  const evidenced = page.getByRole('region', { name: 'Where there is evidence' });
  await expect(evidenced.getByRole('link', { name: medicines, exact: true })).toHaveCount(0);
  await page.getByRole('region', { name: 'Scenarios' }).getByRole('link').first().click();
  await expect(momentOf(page)).toHaveText('Hidden until you sign');
  await page.goto(`/people/${worker.id}/IP-04`);
  await expect(page.getByText('Hidden until you sign or discard your observation')).toBeVisible();

  await page.goto('/team');
  await expect(
    page.getByRole('link', { name: `Sign what you saw ${worker.name} do` }),
  ).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: worker.name });
  if (await row.isVisible())
    await expect(row.getByRole('link', { name: 'Hidden until you sign' }).first()).toBeVisible();
  const card = page.locator('.team-person').filter({ hasText: worker.name });
  await expect(card.getByRole('link', { name: medicines, exact: true })).toHaveCount(0);
  await page.goto(draft);
}

async function signAfterAnError(page: Page) {
  // Yesterday, so that a quarter past eight has been at whatever hour this runs.
  await page.getByLabel('Day').fill(daysAgo(1).slice(0, 10));
  await page.getByLabel('Time').fill('08:15');
  await page.getByLabel('Place').fill('Flat 3, kitchen');
  await page.getByLabel('What Wren did and said').fill(seen);
  await page.getByRole('button', { name: 'Sign the observation' }).click();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveCount(2);
  await expect(page.getByLabel('Time')).toHaveValue('08:15');
  await expect(page.getByLabel('Place')).toHaveValue('Flat 3, kitchen');
  await expect(page.getByLabel('What Wren did and said')).toHaveValue(seen);
  await summary.getByRole('link', { name: 'Choose what kind of task it was.' }).click();
  await expect(page.getByLabel('Kind of task')).toBeFocused();
  await page.getByLabel('Kind of task').selectOption({ label: 'Helping with medicines' });
  await page.getByRole('radio', { name: 'alone within limits' }).check();
  await page.getByRole('button', { name: 'Sign the observation' }).click();
  await expect(page.getByRole('status')).toContainText('You have signed it.');
  await expect(page.getByText('The observer had last seen results of theirs on')).toBeVisible();
}

async function seeThemJoined(page: Page, workerId: string) {
  await page.goto(`/people/${workerId}`);
  await expect(page.getByRole('region', { name: 'Hidden from you for now' })).toHaveCount(0);
  const line = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: medicines, exact: true }) });
  await expect(line.first()).toContainText(/Judgement: \d+ decisions? in 1 scenario/);
  await expect(line.first()).toContainText('Practice: 1 observation');
}

async function replyAsWorker(page: Page) {
  await page.goto('/profile');
  const watched = page.getByRole('region', { name: 'Seen at work' });
  await watched.getByRole('link', { name: 'Helping with medicines' }).click();
  await expect(page.getByText(seen)).toBeVisible();
  await page.getByLabel('Do you see it the same way?').fill(reply);
  await page.getByRole('button', { name: 'Reply' }).click();
  await expect(page.getByRole('status')).toContainText('Your reply is part of the record now.');
  await expect(page.getByText(reply)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Correct it' })).toHaveCount(0);
}

async function correct(page: Page, workerId: string) {
  await page.goto(`/people/${workerId}`);
  const watched = page.getByRole('region', { name: 'Seen at work' });
  await watched.getByRole('link', { name: 'Helping with medicines' }).click();
  await expect(page.getByText(reply)).toBeVisible();
  await page.getByRole('button', { name: 'Correct it' }).click();
  await expect(page.getByLabel('Place')).toHaveValue('Flat 3, kitchen');
  await page.getByLabel('What Wren did and said').fill(corrected);
  await page.getByRole('radio', { name: 'with someone nearby' }).check();
  await page.getByRole('button', { name: 'Sign the observation' }).click();
  await expect(page.getByRole('status')).toContainText('You have signed it.');
  await expect(page.getByText(corrected)).toBeVisible();
  await expect(page.getByText('It corrects an earlier one.')).toBeVisible();
  await page.goto(`/people/${workerId}`);
  await expect(watched.getByRole('listitem')).toHaveCount(2);
  await expect(watched.getByText('Corrected since')).toHaveCount(1);
}
