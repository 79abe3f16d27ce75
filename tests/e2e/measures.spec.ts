import type { Page } from '@playwright/test';
import { awake, playerOf } from '../support/e2e-play.ts';
import { readStory } from '../support/e2e-story.ts';
import { playHalf } from '../support/e2e-pages.ts';
import { expect, test } from '../support/e2e-test.ts';

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
