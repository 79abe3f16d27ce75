import type { Page } from '@playwright/test';
import { awake, playerOf } from '../support/e2e-play.ts';
import { readStory } from '../support/e2e-story.ts';
import { makePages, playHalf } from '../support/e2e-pages.ts';
import { expect, test } from '../support/e2e-test.ts';

const touch = 44;
/** A cell of the team table, which has a column for each thing a carer does. */
const cell = 24;

test('whatever is pressed is large enough for a thumb', async ({ add, enter, db }) => {
  test.slow();
  const pages = await makePages(db, add);
  const browsers = new Map<string, Page>();
  for (const { as, path, name, press } of pages) {
    if (name.startsWith('gallery')) continue;
    const key = as?.id ?? 'nobody';
    const page = browsers.get(key) ?? (await enter(as));
    browsers.set(key, page);
    await page.goto(path);
    if (press) {
      await page.getByRole('button', { name: press, exact: true }).click();
      await expect(page.getByRole('alert')).toBeVisible();
    }
    expect.soft(await smallTargets(page), name).toEqual([]);
  }
});

/** Buttons, choices, folds and links that stand alone, where they are under 44 pixels either way. */
const smallTargets = (page: Page) =>
  page.evaluate(
    ([touch, cell]) => {
      // Words beside a link make it part of a sentence; a block beside it does not.
      const isApart = (beside: Node) =>
        !beside.textContent?.trim() ||
        (beside instanceof Element && getComputedStyle(beside).display !== 'inline');
      const standsAlone = (link: Element) =>
        [...link.parentElement!.childNodes].every((one) => one === link || isApart(one));
      const sizeOf = (one: Element) => {
        // A link may answer over the whole of its card.
        const after = getComputedStyle(one, '::after');
        const spread = after.position === 'absolute' ? after : null;
        const { width, height } = one.getBoundingClientRect();
        return spread ? [parseFloat(spread.width), parseFloat(spread.height)] : [width, height];
      };
      const links = [...document.querySelectorAll('main a, header a')].filter(standsAlone);
      const others = document.querySelectorAll('button, summary, select, textarea, label, input');
      const isTarget = (one: Element) =>
        !one.matches('input[type=radio], input[type=checkbox], .field > label, .skip');
      return [...links, ...others]
        .filter((one) => isTarget(one) && one.checkVisibility())
        .map((one) => ({ one, sides: sizeOf(one) }))
        .filter(({ one, sides }) => Math.min(...sides) < (one.closest('td') ? cell : touch) - 0.5)
        .map(
          ({ one, sides }) => `${sides.map(Math.round).join('x')} ${one.outerHTML.slice(0, 90)}`,
        );
    },
    [touch, cell] as const,
  );

test('a page of a scenario is light, read cold', async ({ add, enter, db }) => {
  const person = await add('Zoe');
  const id = await playHalf(db, person);
  const page = await enter(person);
  const weigh = await startWeighing(page);
  await page.goto(`/attempts/${id}`, { waitUntil: 'networkidle' });
  await awake(page);
  const { script, all } = weigh();
  expect(script).toBeGreaterThan(3_000);
  expect(script, 'JavaScript').toBeLessThanOrEqual(12_000);
  expect(all, 'everything').toBeLessThanOrEqual(80_000);
});

/** Counts the bytes of everything fetched from now on, compressed as they were sent. */
async function startWeighing(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const kinds = new Map<string, string>();
  const weights = { script: 0, all: 0 };
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    weights.all += encodedDataLength;
    if (kinds.get(requestId) === 'Script') weights.script += encodedDataLength;
  });
  return () => weights;
}

test('the whole of a scenario costs little more than its first page', async ({ add, enter }) => {
  const page = await enter(await add('Ivo'));
  await page.goto('/scenarios/morning-tablets');
  await page.getByRole('button', { name: 'Begin' }).click();
  await awake(page);
  const weigh = await startWeighing(page);
  const { goOn, decide } = playerOf(page, readStory('morning-tablets'));
  await goOn('kitchen', 'pot');
  await decide('pot', 'check', 'not-today');
  await decide('not-today', 'sit-ask', 'buzz');
  expect(weigh().script).toBe(0);
  expect(weigh().all).toBeLessThanOrEqual(20_000);
});
