import type { Page } from '@playwright/test';
import { listMoves } from '#db';
import { breachesOn } from '../support/e2e-axe.ts';
import { beginAt, beginOnPath } from '../support/e2e-begin-at.ts';
import { atKeyboard } from '../support/e2e-keyboard.ts';
import { awake } from '../support/e2e-play.ts';
import { expect, onceIsEnough, test } from '../support/e2e-test.ts';

/** Scenarios that between them have every kind of decision, and two things at once. */
const stories = ['tea-at-three', 'the-noise-at-four'];
const looks = ['best-action', 'pick', 'rank', 'rate', 'rationale'].map((kind) => `.${kind}`);

for (const slug of stories)
  for (const script of [true, false])
    test.describe(`${slug} ${script ? 'with' : 'without'} JavaScript`, () => {
      test.use({ javaScriptEnabled: script });
      // On a phone one with scripts and one without; on a desk what looks different there.
      const isWide = (width: number) => width > 500;
      test.skip(
        ({ viewport }) =>
          isWide(viewport!.width)
            ? !(script && slug === 'the-noise-at-four')
            : script === (slug === 'the-noise-at-four'),
        onceIsEnough,
      );

      test('is played to its end by keyboard alone', async ({ add, enter, db }) => {
        test.setTimeout(150_000);
        const person = await add('Kit');
        const { id, moves } = await beginOnPath(db, person, slug);
        const page = await enter(person);
        const player = atKeyboard(page);
        const seen = new Set<string>();
        await page.goto(`/attempts/${id}`);
        if (script) await awake(page);
        for (const [step, move] of moves.entries()) {
          if (script) await lookOnce(page, seen);
          await player.make(move);
          await player.arrive(step + 1);
        }
        await expect(page.getByRole('heading', { name: 'This is where it ends' })).toBeVisible();
        expect(await listMoves(db, id)).toHaveLength(moves.length);
      });
    });

/** Looks at the first page of each kind: is it accessible, and does it fit the screen? */
async function lookOnce(page: Page, seen: Set<string>) {
  for (const look of [...looks, '.strands']) {
    if (seen.has(look) || !(await page.locator(look).count())) continue;
    seen.add(look);
    expect.soft(await breachesOn(page), look).toEqual([]);
    const isWide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect.soft(isWide, `${look} fits the screen`).toBe(false);
  }
}

test.describe('what is filled in stays', () => {
  test('where one of two is missing, and where two have one place', async ({ add, enter, db }) => {
    const person = await add('Lou');
    const page = await enter(person);
    await page.goto(`/attempts/${await beginAt(db, person, 'tea-at-three', 'rank')}`);
    await awake(page);
    const places = page.getByRole('combobox');
    await places.nth(0).selectOption('1');
    await places.nth(1).selectOption('1');
    await page.getByRole('button', { name: 'Keep this order' }).click();
    await expect(page.getByRole('alert')).toContainText('has no answer yet');
    await expect(places.nth(2)).toBeFocused();
    for (let at = 2; at < (await places.count()); at += 1)
      await places.nth(at).selectOption(String(at + 1));
    await page.getByRole('button', { name: 'Keep this order' }).click();
    await expect(page.getByRole('alert')).toContainText('the same place');
    await expect(places.nth(1)).toBeFocused();
    await expect(places.nth(0)).toHaveValue('1');
    await places.nth(1).selectOption('2');
    await page.getByRole('button', { name: 'Keep this order' }).click();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(places).toHaveCount(0);
  });

  test('and so do reasons of somebody who was signed out', async ({ add, enter, db }) => {
    const person = await add('Fay');
    const page = await enter(person);
    const id = await beginAt(db, person, 'the-noise-at-four', 'rationale');
    await page.goto(`/attempts/${id}`);
    await awake(page);
    const words = page.getByRole('textbox', { name: 'Your reasons' });
    await page.getByRole('button', { name: 'Hand in your reasons' }).click();
    await expect(page.getByRole('alert')).toContainText('Write your reasons first');
    await expect(words).toBeFocused();
    await words.fill('I weighed the road first.');
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Hand in your reasons' }).click();
    await expect(page.getByRole('alert')).toContainText('You are signed out. Nothing is lost');
    await expect(words).toHaveValue('I weighed the road first.');
    await page.context().addCookies(cookies);
    await page.getByRole('button', { name: 'Hand in your reasons' }).click();
    await expect(words).toHaveCount(0);
    expect((await listMoves(db, id)).at(-1)?.words).toBe('I weighed the road first.');
  });
});
