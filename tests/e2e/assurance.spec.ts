import type { Page } from '@playwright/test';
import { londonDate } from '#domain/london-time.ts';
import { readPolicy } from '#server/content/read-policy.ts';
import { endDuty } from '#server/risk/end-given.ts';
import { giveDuty } from '#server/risk/give-duty.ts';
import { listDutiesGiven } from '#db';
import { playSample } from '#server/sample/play-sample.ts';
import { must } from '#server/simulation/must.ts';
import { recordTraining } from '#server/training/record-training.ts';
import { momentOf } from '../support/e2e-play.ts';
import { daysAgo, reachLevel3, recording, seeRecording } from '../support/e2e-record.ts';
import { expect, onceIsEnough, test } from '../support/e2e-test.ts';

const medicines = 'Helping with medicines';
const main = (page: Page) => page.getByRole('main');

for (const script of [true, false]) {
  test.describe(script ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: script });
    test.skip(({ viewport }) => !script && viewport!.width > 500, onceIsEnough);

    test('somebody trained and not competent shows so, with the reason', async ({
      add,
      enter,
      db,
    }) => {
      const worker = await add('Tilda');
      const manager = await add('Ruth', 'manager');
      await playSample(db, worker, 'morning-tablets', 'uneven', daysAgo(6));
      const course = { subject: 'medicines', kind: 'training', expiresOn: '' };
      const completedOn = londonDate(daysAgo(20));
      must(await recordTraining(db, manager, worker.id, { ...course, completedOn }));
      // The worker is told what the manager is told.
      for (const reader of [manager, worker]) {
        const page = await enter(reader);
        await page.goto(`/people/${worker.id}/training`);
        const subject = page.getByRole('region', { name: 'Training beside what was shown' });
        const line = subject.getByRole('listitem').filter({ hasText: 'Trained, not shown' });
        await expect(line.filter({ hasText: medicines }).first()).toBeVisible();
        await subject.getByRole('link', { name: medicines }).first().click();
        await expect(momentOf(page)).toHaveText(medicines);
        const level = page.getByRole('region', { name: 'Level 2' });
        await expect(level).toContainText('Practice: not seen yet.');
        await expect(level).toContainText('The rule:');
        await expect(level.getByText('Meets', { exact: true })).toHaveCount(0);
      }
    });

    test('a duty without confirmed competence raises an alert that somebody owns', async ({
      add,
      enter,
    }) => {
      const worker = await add('Dov');
      const manager = await add('Ruth', 'manager');
      const page = await enter(manager);
      await page.goto(`/people/${worker.id}/duties`);
      await page.getByLabel('Give Dov a duty').selectOption('Helping with medicines alone');
      await page.getByRole('button', { name: 'Give this duty' }).click();
      await expect(page.getByRole('status')).toContainText('It is given');

      await page.goto('/alerts');
      const alert = page
        .getByRole('listitem')
        .filter({ has: page.getByRole('link', { name: worker.name, exact: true }) });
      await alert.first().getByRole('link').first().click();
      const address = page.url();
      await page.getByRole('button', { name: 'Close the alert' }).click();
      await expect(page.getByRole('alert')).toContainText('There is a problem');
      await page
        .getByLabel('Reason')
        .fill('Given for the summer rota, before anybody had watched.');
      await page.getByLabel('Owner').selectOption({ label: manager.name });
      await page.getByLabel('Action').fill('Watches a round with Tom before the next one alone.');
      await page.getByLabel('Done by').fill(londonDate(daysAgo(-7)));
      await page.getByRole('button', { name: 'Close the alert' }).click();
      await expect(page.getByRole('alert')).toContainText('what came of it');
      await expect(page.getByLabel('Action')).toHaveValue(/Watches a round/);
      await page.getByRole('button', { name: /Take it on|Keep the changes/ }).click();
      await expect(page.getByRole('status')).toContainText('It is taken on');
      await expect(main(page)).toContainText('Watches a round with Tom');

      // Who it is about reads who owns it, and cannot act on it.
      const mine = await enter(worker);
      await mine.goto(`/people/${worker.id}/duties`);
      await expect(mine.getByRole('region', { name: 'What needs attention' })).toContainText(
        manager.name,
      );
      expect((await mine.goto(new URL(address).pathname))!.status()).toBeGreaterThanOrEqual(400);
    });

    test('a level 3 state opens down to its decisions, marks and observations', async ({
      add,
      enter,
      db,
    }) => {
      test.slow();
      const worker = await add('Lena');
      const manager = await add('Ruth', 'manager');
      await reachLevel3(db, worker, [manager, await add('Abe', 'assessor')]);
      const page = await enter(manager);
      await page.goto(`/people/${worker.id}`);
      await main(page).getByRole('link', { name: recording.title }).first().click();
      const level = page.getByRole('region', { name: 'Level 3' });
      await expect(level.getByText('Meets', { exact: true })).toBeVisible();
      await expect(level.getByRole('link', { name: /^Policy of/ })).toBeVisible();
      const place = page.url();

      const decisions = page.getByRole('region', { name: /^\d+ decisions$/ });
      await expect(decisions.getByText('Counts towards levels 2 and 3').first()).toBeVisible();
      await expect(decisions.getByText(/^Key version/).first()).toBeVisible();
      await decisions
        .getByRole('link', { name: /^See it in the story/ })
        .first()
        .click();
      await expect(momentOf(page)).toContainText('Looking back');
      await page.getByText('What was offered, and what it shows').first().click();
      await expect(main(page).getByText('Chosen', { exact: true }).first()).toBeVisible();

      await page.goto(place);
      const seen = page.getByRole('region', { name: /^6 observations$/ });
      await seen.getByRole('link').first().click();
      await expect(main(page)).toContainText('Wrote it down at once');

      await page.goto(place);
      const talks = page.getByRole('region', { name: /discussion/ });
      await talks
        .getByRole('link', { name: /marked/ })
        .first()
        .click();
      await page.waitForURL(/discussions/);
      await expect(main(page)).toContainText('Says what was seen and why it could not wait.');
    });

    test('a pack for a past day stays what was shown that day', async ({ add, enter, db }) => {
      const worker = await add('Pia');
      const manager = await add('Ruth', 'manager');
      const joined = daysAgo(60);
      await db.client.execute({
        sql: 'update people set added_at = ? where id in (?, ?)',
        args: [joined, worker.id, manager.id],
      });
      const duty = { duty: 'medicines-alone' };
      must(await giveDuty(db, manager, worker.id, duty, daysAgo(30)));
      await seeRecording(db, worker, [manager], 2, 15);
      const page = await enter(manager);
      const then = `/people/${worker.id}/pack?on=${londonDate(daysAgo(5))}`;
      await page.goto(then);
      const shown = await main(page).innerText();
      expect(shown).toContain(medicines);

      await playSample(db, worker, 'morning-tablets', 'harms-once', daysAgo(2));
      await seeRecording(db, worker, [manager], 1, 1);
      const [held] = await listDutiesGiven(db, daysAgo(1), worker.id);
      must(await endDuty(db, manager, worker.id, { id: held!.id, why: 'Not until it is seen.' }));
      await page.goto(then);
      expect(await main(page).innerText()).toBe(shown);
      await page.goto(`/people/${worker.id}/pack`);
      expect(await main(page).innerText()).not.toBe(shown);
    });
  });
}

test('a change of policy says whose states it would change, and is adopted', async ({
  add,
  enter,
  db,
  viewport,
}) => {
  test.skip(viewport!.width > 500, 'Two changes at once would overtake each other.');
  const worker = await add('Nell');
  const manager = await add('Ruth', 'manager');
  const least = (await readPolicy(db)).levels[3].practice.observations;
  await seeRecording(db, worker, [manager, await add('Abe', 'assessor')], least);
  const page = await enter(manager);
  await page.goto('/policy');
  await page.getByRole('link', { name: 'Try a change' }).click();
  await page.getByText('When level 3 is met', { exact: true }).click();
  const part = page.locator('details').filter({ hasText: 'When level 3 is met' });
  await part.getByLabel('Observations', { exact: true }).fill(String(least + 1));
  await page.getByRole('button', { name: 'See what would change' }).click();
  await expect(momentOf(page)).toHaveText('What this change would do');
  const whose = page.getByRole('region', { name: /would change/ });
  const change = whose.getByRole('listitem').filter({ hasText: worker.name }).first();
  await expect(change).toContainText('level 3');
  await expect(change).toContainText(`${least + 1} observations`);

  await page.getByRole('button', { name: 'Adopt this policy' }).click();
  await expect(page.getByRole('alert')).toContainText('Say why');
  await page.getByRole('checkbox', { name: /still true/ }).check();
  await page
    .getByLabel('Why it is changed')
    .fill('Three visits were too few to be sure of leaders.');
  await page.getByRole('button', { name: 'Adopt this policy' }).click();
  await page.waitForURL(/done=adopted/);
  await expect(page.getByRole('status')).toContainText('Adopted');
  await page.goto(`/people/${worker.id}/${recording.id}`);
  await expect(page.getByRole('region', { name: 'Level 3' })).toContainText(
    `asks for ${least + 1} observations`,
  );
  await page.goto(`/people/${worker.id}/${recording.id}?on=${londonDate(daysAgo(1))}`);
  await expect(page.getByRole('region', { name: 'Level 3' })).toContainText(
    `asks for ${least} observations`,
  );
});
