import type { Page } from '@playwright/test';
import { freshUsername, testPassphrase } from '../support/e2e-people.ts';
import { momentOf, playerOf } from '../support/e2e-play.ts';
import { readStory } from '../support/e2e-story.ts';
import { expect, onceIsEnough, test } from '../support/e2e-test.ts';

const story = readStory('morning-tablets');
const words = 'I would sit down sooner, and ask him about the bus before anything else.';

for (const script of [true, false]) {
  test.describe(script ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: script });
    test.skip(({ viewport }) => !script && viewport!.width > 500, onceIsEnough);

    test('a new starter signs in, plays to the debrief, and finds it on their profile', async ({
      add,
      enter,
    }) => {
      test.slow();
      const manager = await add('Ruth', 'manager');
      const username = freshUsername('nell');
      const passphrase = await addThroughThePage(await enter(manager), username);

      const page = await enter();
      await chooseOwnPassword(page, username, passphrase);
      await openIntroduction(page);
      await playTheFirstHalf(page);
      await leaveAndComeBack(page, username);
      await playTheSecondHalf(page);
      await lookBack(page);
      await readProfile(page);
      await playAgainAsPractice(page);
    });
  });
}

async function addThroughThePage(page: Page, username: string): Promise<string> {
  const name = `Nell ${username.split('.')[1]!.toUpperCase()}`;
  await page.goto('/team/new');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('User name').fill(username);
  await page.getByRole('radio', { name: 'Worker' }).check();
  await page.getByLabel('Larkfield Home Care').check();
  await page.getByLabel('Role category').selectOption({ index: 1 });
  await page.getByLabel('First day in this job').fill('2026-11-16');
  await page.getByRole('button', { name: 'Add them' }).click();
  await expect(page.getByRole('heading', { name: `${name} can now sign in` })).toBeVisible();
  const facts = page.getByRole('definition');
  await expect(facts.first()).toHaveText(username);
  const passphrase = (await facts.nth(1).innerText()).trim();

  await page.goto('/team');
  await page.getByRole('link', { name, exact: true }).filter({ visible: true }).click();
  await page.getByRole('link', { name: 'Ask them to play a scenario' }).click();
  await page.getByLabel('Scenario').selectOption({ label: `${story.title}, level 2` });
  await page.getByLabel('Due by').fill('2099-01-31');
  await page.getByRole('button', { name: 'Ask them' }).click();
  await expect(page.getByRole('status')).toContainText('Nell is asked');
  return passphrase;
}

async function chooseOwnPassword(page: Page, username: string, passphrase: string) {
  await page.goto('/home');
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible();
  await signIn(page, username, passphrase);
  await expect(page.getByRole('heading', { name: 'Choose your own password' })).toBeVisible();
  await page.getByLabel('New password').fill('short');
  await page.getByLabel('The same again').fill('short');
  await page.getByRole('button', { name: 'Keep this password' }).click();
  await expect(page.getByRole('alert')).toContainText('There is a problem');
  await page.getByLabel('New password').fill(testPassphrase);
  await page.getByLabel('The same again').fill(testPassphrase);
  await page.getByRole('button', { name: 'Keep this password' }).click();
  await expect(page.getByRole('heading', { name: 'Hello, Nell' })).toBeVisible();
}

async function signIn(page: Page, username: string, password: string) {
  await page.getByLabel('User name').fill(username);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function openIntroduction(page: Page) {
  await expect(page.getByRole('heading', { name: 'Your manager asked you to play' })).toBeVisible();
  await expect(page.getByText('By 31 January 2099')).toBeVisible();
  await page.getByRole('link', { name: story.title }).click();
  await expect(page.getByText('It is assessed.')).toBeVisible();
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(momentOf(page)).toHaveText(story.scene('kitchen'));
}

async function playTheFirstHalf(page: Page) {
  const { lookUp, goOn, decide } = playerOf(page, story);
  const notebook = page.getByRole('region', { name: 'What you know' });
  await expect(page.getByText('08:06')).toBeVisible();
  await expect(notebook).toContainText('Nothing noted yet.');
  await lookUp('kitchen', 'read-plan');
  await expect(page.getByText(story.tells('kitchen', 'read-plan'))).toBeVisible();
  await expect(notebook.getByRole('listitem')).toHaveText([story.note('kitchen', 'read-plan')]);
  await expect(page.getByText('08:09')).toBeVisible();
  await lookUp('kitchen', 'read-chart');
  await lookUp('kitchen', 'see-card');
  await expect(notebook.getByRole('listitem')).toHaveCount(3);
  await expect(page.getByText('08:12')).toBeVisible();
  await goOn('kitchen', 'pot');
  await page.getByRole('radio', { name: 'Fairly sure' }).check();
  await decide('pot', 'leave', 'napkin');
  await expect(page.getByText(story.followed('pot', 'leave'))).toBeVisible();
  await decide('napkin', 'own-up', 'not-today');
  await expect(page.getByText(story.followed('napkin', 'own-up'))).toBeVisible();
}

async function leaveAndComeBack(page: Page, username: string) {
  const before = await page.getByRole('article').innerText();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible();
  await page.goto('/profile');
  await signIn(page, username, testPassphrase);
  await page.goto('/home');
  await expect(page.getByText(`You are at “${story.scene('not-today')}”`)).toBeVisible();
  await page.getByRole('link', { name: story.title }).click();
  await expect(momentOf(page)).toHaveText(story.scene('not-today'));
  expect(await page.getByRole('article').innerText()).toBe(before);
}

async function playTheSecondHalf(page: Page) {
  const { goOn, decide } = playerOf(page, story);
  await decide('not-today', 'sit-ask', 'buzz');
  await decide('buzz', 'his-say', 'table');
  // The office rings: the story clock has passed twenty minutes.
  await page.getByRole('button', { name: story.find('table', 'ask-bus') }).click();
  await expect(momentOf(page)).toHaveText(story.scene('office-rings'));
  await goOn('office-rings', 'which');
  await decide('which', 'one-by-one', 'three-go-down');
  await goOn('three-go-down', 'small-one');
  await decide('small-one', 'ring-now', 'answer');
  await goOn('answer', 'chart');
  await decide('chart', 'saw', 'two-bells');
  await expect(page.getByRole('button', { name: 'Do this' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Look back at it' }).click();
}

async function lookBack(page: Page) {
  await expect(momentOf(page)).toHaveText(`Looking back: ${story.title}`);
  const section = (name: string) => page.getByRole('heading', { name, level: 2 }).locator('..');
  await expect(section('What went well').getByRole('listitem').first()).toBeVisible();
  await expect(section('The one thing that matters most')).toContainText(story.scene('pot'));
  const path = section('Your path');
  await expect(path.getByRole('heading', { name: story.scene('napkin') })).toBeVisible();
  await expect(path.getByText('Noticed and put right').first()).toBeVisible();
  await expect(path.getByRole('heading', { name: story.scene('two-bells') })).toBeVisible();

  await page.getByRole('button', { name: 'Keep my words' }).click();
  await expect(page.getByRole('alert')).toContainText('Write a few words first.');
  await expect(page.getByRole('radio', { name: 'Keep it to myself' })).toBeChecked();
  await page.getByLabel('In your own words').fill(words);
  await page.getByRole('button', { name: 'Keep my words' }).click();
  await expect(page.getByRole('status')).toContainText('Your words are kept.');
  await expect(page.getByLabel('In your own words')).toHaveValue(words);
  await expect(page.getByRole('radio', { name: 'Keep it to myself' })).toBeChecked();
}

async function readProfile(page: Page) {
  await page.getByRole('link', { name: 'My profile' }).click();
  const lines = page.getByRole('region', { name: 'Where there is evidence' });
  const line = lines.getByRole('listitem').filter({ hasText: 'medicines' }).first();
  const shape = line.locator('svg').first();
  await expect(shape).toBeVisible();
  await expect(shape.locator('..')).toHaveText('Not enough to say');
  await line.getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: /^\d+ decisions$/ })).toBeVisible();
  const decided = page.getByRole('listitem').filter({ hasText: story.scene('napkin') });
  await expect(decided).toContainText(story.option('napkin', 'own-up'));
  await decided.getByRole('link', { name: /^See it in the story/ }).click();
  await expect(page.getByRole('heading', { name: story.scene('napkin') })).toBeInViewport();
}

async function playAgainAsPractice(page: Page) {
  await page.getByRole('link', { name: 'Play it again' }).click();
  await expect(page.getByText('It is practice.')).toBeVisible();
  await page.getByRole('button', { name: 'Play it again as practice' }).click();
  await expect(momentOf(page)).toHaveText(story.scene('kitchen'));
  await page.getByRole('link', { name: 'My profile' }).click();
  await expect(page.getByText('Practice: not evidence.')).toBeVisible();
  await page.getByRole('link', { name: 'Home' }).click();
  await expect(page.getByText('Practice, does not count.')).toBeVisible();
}
