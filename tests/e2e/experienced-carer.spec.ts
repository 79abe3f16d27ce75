import type { Page } from '@playwright/test';
import { awake, momentOf } from '../support/e2e-play.ts';
import { expect, test } from '../support/e2e-test.ts';

/** The way through: at each moment the option or the words of the one way on, and where it leads. */
const way: [option: string, leadsTo: string][] = [
  ['Promise. She won’t tell anyone otherwise', 'Your word'],
  ['Tell her you said yes too fast', 'Six crosses'],
  ['Say you’ll be back after the other calls', 'Just between us'],
  ['Hear her out', 'The bank’s form'],
  ['Push the pencils over', 'Two cards'],
  ['Say goodnight to her as usual', 'The night mail'],
  ['See him settled', 'Mine to give'],
  ['Say it isn’t only her', 'The person you would tell'],
  ['Message Femi, then ring the council', 'A plate under a lid'],
  ['The call on the tablet; her words', 'A text from the depot'],
  ['Ask her to come up', 'To the penny'],
];

for (const script of [true, false]) {
  test.describe(script ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: script });

    test('an experienced carer plays level 3 by keyboard alone, and harm is named', async ({
      add,
      enter,
    }) => {
      test.slow();
      const page = await enter(await add('Maud'));
      await page.goto('/scenarios/between-us');
      await expect(page.getByText('Level 3: complex, with no single right answer')).toBeVisible();
      await expect(page.getByText('An older woman’s money is going missing.')).toBeVisible();
      await reach(page, page.getByRole('button', { name: 'Begin' }));
      await page.keyboard.press('Enter');
      await expect(momentOf(page)).toHaveText('Never a penny out');

      if (script) await awake(page);
      await lookUpByKeyboard(page, 'Look at the book she has left open');
      for (const [option, leadsTo] of way) {
        await chooseByKeyboard(page, option);
        await expect(momentOf(page)).toHaveText(leadsTo);
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

async function lookUpByKeyboard(page: Page, label: string) {
  await reach(page, page.getByRole('button', { name: label }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: label })).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'What you know' })).toContainText(
    'Her sums on paper are sound.',
  );
}

async function chooseByKeyboard(page: Page, option: string) {
  const radio = page.getByRole('radio', { name: option });
  if ((await radio.count()) === 0) {
    await reach(page, page.getByRole('button', { name: option }));
    await page.keyboard.press('Space');
    return;
  }
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
  await expect(momentOf(page)).toHaveText('Looking back: Between us');
  const matters = page.getByRole('heading', { name: 'The one thing that matters most' });
  await expect(matters.locator('..')).toContainText('This would have done harm');
  await expect(matters.locator('..')).toContainText('nobody was hurt');
  const turn = page.getByRole('listitem').filter({
    has: page.getByRole('heading', { name: 'Never a penny out' }),
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
  const concern = page.getByRole('article').filter({ hasText: 'Never a penny out' });
  await expect(concern).toContainText('Open');
  await expect(concern.getByRole('listitem')).toHaveText([
    'Talked through: not yet',
    'Another scenario passed: not yet',
    'Seen done safely at work: not yet',
  ]);
}
