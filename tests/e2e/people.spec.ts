import { freshUsername, testPassphrase } from '../support/e2e-people.ts';
import { momentOf } from '../support/e2e-play.ts';
import { expect, onceIsEnough, test } from '../support/e2e-test.ts';

for (const script of [true, false]) {
  test.describe(script ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: script });
    test.skip(({ viewport }) => !script && viewport!.width > 500, onceIsEnough);

    test('adding somebody keeps what was typed while something is wrong', async ({
      add,
      enter,
    }) => {
      const page = await enter(await add('Ruth', 'manager'));
      const taken = await add('Cleo');
      await page.goto('/team/new');
      await page.getByLabel('Name', { exact: true }).fill('Cleo Marsh');
      await page.getByLabel('User name').fill(taken.username);
      await page.getByRole('radio', { name: 'Worker' }).check();
      await page.getByLabel('Larkfield Home Care').check();
      await page.getByLabel('Role category').selectOption({ label: 'New to care' });
      await page.getByLabel('First day in this job').fill('2026-11-16');
      await page.getByRole('button', { name: 'Add them' }).click();
      const summary = page.getByRole('alert');
      await expect(summary.getByRole('link')).toHaveText([
        'Somebody here has this user name already. Choose another.',
      ]);
      await summary.getByRole('link').click();
      await expect(page.getByLabel('User name')).toBeFocused();
      await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Cleo Marsh');
      await expect(page.getByRole('radio', { name: 'Worker' })).toBeChecked();
      await expect(page.getByLabel('First day in this job')).toHaveValue('2026-11-16');
      await page.getByLabel('User name').fill(freshUsername('cleo'));
      await page.getByRole('button', { name: 'Add them' }).click();
      await expect(momentOf(page)).toHaveText('Cleo Marsh can now sign in');
    });

    test('a reset ends their sessions and gives one passphrase, shown once', async ({
      add,
      enter,
    }) => {
      const worker = await add('Jo');
      const theirs = await enter(worker);
      await theirs.goto('/home');
      await expect(momentOf(theirs)).toHaveText('Hello, Jo');

      const page = await enter(await add('Ruth', 'manager'));
      await page.goto(`/people/${worker.id}`);
      await page.getByRole('link', { name: 'Reset their access' }).click();
      await page.getByRole('button', { name: 'Reset their access' }).click();
      await expect(momentOf(page)).toHaveText(`A new way in for ${worker.name}`);
      const passphrase = (await page.getByRole('definition').nth(1).innerText()).trim();
      await page.goto(`/people/${worker.id}/reset`);
      await expect(page.getByText(passphrase)).toHaveCount(0);

      await theirs.goto('/home');
      await expect(momentOf(theirs)).toHaveText('Sign in');
      await theirs.getByLabel('User name').fill(worker.username);
      await theirs.getByLabel('Password').fill(testPassphrase);
      await theirs.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(theirs.getByRole('alert')).toContainText('There is a problem');
      await theirs.getByLabel('Password').fill(passphrase);
      await theirs.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(momentOf(theirs)).toHaveText('Choose your own password');
    });
  });
}

test('what somebody may not use is not there for them', async ({ add, enter }) => {
  const worker = await add('Sol');
  const assessor = await add('Tom', 'assessor');
  const page = await enter(assessor);
  await page.goto('/team');
  await expect(momentOf(page)).toHaveText('Team');
  await expect(page.getByRole('link', { name: 'Add someone' })).toHaveCount(0);
  await page.goto(`/people/${worker.id}`);
  await expect(page.getByRole('link', { name: 'Record an observation' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Reset their access' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Ask them to play' })).toHaveCount(0);
  const theirs = await enter(worker);
  const closed = [
    [page, '/team/new'],
    [page, `/people/${worker.id}/ask`],
    [page, `/people/${worker.id}/reset`],
    [page, `/people/${assessor.id}/observe`],
    [theirs, '/team'],
    [theirs, `/people/${assessor.id}`],
    [theirs, `/people/${worker.id}/observe`],
  ] as const;
  for (const [who, address] of closed) {
    expect((await who.goto(address))?.status(), address).toBe(404);
    await expect(momentOf(who)).toHaveText('This page is not here');
  }
});
