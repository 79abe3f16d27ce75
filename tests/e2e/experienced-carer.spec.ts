import type { Page } from '@playwright/test';
import { awake, momentOf } from '../support/e2e-play.ts';
import { readStory } from '../support/e2e-story.ts';
import { expect, onceIsEnough, test } from '../support/e2e-test.ts';

const story = readStory('between-us');

/** The way through: each moment, what is chosen there (nothing where there is one way on), where it leads. */
const way: [at: string, option: string | undefined, leadsTo: string][] = [
  ['kitchen-table', 'give-word', 'word-given'],
  ['word-given', 'take-back', 'figures'],
  ['figures', undefined, 'corridor'],
  ['corridor', 'hear-her', 'the-form'],
  ['the-form', 'her-pencil', 'two-cards'],
  ['two-cards', 'keep-ordinary', 'flat-nine'],
  ['flat-nine', undefined, 'mine-to-give'],
  ['mine-to-give', 'not-only-you', 'who-to-tell'],
  ['who-to-tell', 'council-tonight', 'the-note'],
  ['the-note', 'two-places', 'car-park'],
  ['car-park', 'go-up-together', 'to-the-penny'],
];

for (const script of [true, false]) {
  test.describe(script ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: script });
    test.skip(({ viewport }) => !script && viewport!.width > 500, onceIsEnough);

    test('an experienced carer plays level 3 by keyboard alone, and harm is named', async ({
      add,
      enter,
    }) => {
      test.slow();
      const page = await enter(await add('Maud'));
      await page.goto('/scenarios/between-us');
      await expect(page.getByText('Level 3: complex, with no single right answer')).toBeVisible();
      await expect(page.getByText('money is going missing')).toBeVisible();
      await reach(page, page.getByRole('button', { name: 'Begin' }));
      await page.keyboard.press('Enter');
      await expect(momentOf(page)).toHaveText(story.scene('kitchen-table'));

      if (script) await awake(page);
      await lookUpByKeyboard(page);
      for (const [at, option, leadsTo] of way) {
        if (option) await chooseByKeyboard(page, story.option(at, option));
        else await goOnByKeyboard(page, story.next(at));
        await expect(momentOf(page)).toHaveText(story.scene(leadsTo));
        await expect(momentOf(page)).toBeFocused();
        await expect(momentOf(page)).toBeInViewport();
      }
      await reach(page, page.getByRole('link', { name: 'Look back at it' }));
      await page.keyboard.press('Enter');
      await readDebrief(page);
      await readConcern(page);
    });
  });
}

/** Presses Tab until this has the focus, and sees that the focus can be seen. */
async function reach(page: Page, target: ReturnType<Page['getByRole']>) {
  await expect(target).toBeVisible();
  const hasFocus = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; !(await hasFocus()); presses += 1) {
    expect(presses, 'Tab presses until it is reached').toBeLessThan(40);
    await page.keyboard.press('Tab');
  }
  expect(await focusRing(page), 'the focus can be seen').toBeGreaterThanOrEqual(2);
}

/** Width of the line around what has the focus, or around the card it sits in. */
const focusRing = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement!;
    const places = [focused, focused.closest('label')].filter((one) => one !== null);
    return Math.max(
      ...places.map((place) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(place);
        return outlineStyle === 'none' ? 0 : parseFloat(outlineWidth);
      }),
    );
  });

async function lookUpByKeyboard(page: Page) {
  const label = story.find('kitchen-table', 'look-at-book');
  await reach(page, page.getByRole('button', { name: label }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: label })).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'What you know' })).toContainText(
    story.note('kitchen-table', 'look-at-book'),
  );
}

async function goOnByKeyboard(page: Page, words: string) {
  await reach(page, page.getByRole('button', { name: words }));
  await page.keyboard.press('Space');
}

async function chooseByKeyboard(page: Page, option: string) {
  const radio = page.getByRole('radio', { name: option });
  const options = page.getByRole('group').filter({ has: radio }).getByRole('radio');
  await reach(page, options.first());
  await page.keyboard.press('Space');
  for (let presses = 0; !(await radio.isChecked()); presses += 1) {
    expect(presses).toBeLessThan(await options.count());
    await page.keyboard.press('ArrowDown');
  }
  await reach(page, page.getByRole('button', { name: 'Do this' }));
  await page.keyboard.press('Enter');
}

async function readDebrief(page: Page) {
  await expect(momentOf(page)).toHaveText(`Looking back: ${story.title}`);
  const matters = page.getByRole('heading', { name: 'The one thing that matters most' });
  await expect(matters.locator('..')).toContainText('This would have done harm');
  await expect(matters.locator('..')).toContainText('nobody was hurt');
  const turn = page.getByRole('listitem').filter({
    has: page.getByRole('heading', { name: story.scene('kitchen-table') }),
  });
  await expect(turn.getByText('This would have done harm').first()).toBeVisible();
  const support = page.getByRole('heading', { name: 'If this was hard' }).locator('..');
  await expect(support).toContainText('Samaritans');
}

async function readConcern(page: Page) {
  await page.getByRole('link', { name: 'My profile' }).click();
  const first = page.getByRole('region', { name: 'First of all' });
  const line = first.getByRole('listitem').filter({ hasText: 'would have done harm' });
  await expect(line).toContainText('Concern');
  await line.getByRole('link').first().click();
  const concern = page.getByRole('article').filter({ hasText: story.scene('kitchen-table') });
  await expect(concern).toContainText('Open');
  await expect(concern.getByRole('listitem')).toHaveText([
    /^Talked through: not yet\s*Nobody is asked yet\.$/,
    /^Another scenario passed, or this one told another way: not yet\s*Nobody is asked yet\.$/,
    /^Seen done safely at work: not yet\s*Nobody is asked yet\.$/,
  ]);
}
