import { awake, momentOf, playerOf } from '../support/e2e-play.ts';
import { readStory } from '../support/e2e-story.ts';
import { expect, onceIsEnough, test } from '../support/e2e-test.ts';
import { listMoves } from '#db';
import { startAttempt } from '#server/start-attempt.ts';

const story = readStory('morning-tablets');
const begin = async (db: Parameters<typeof startAttempt>[0], person: { id: string }) => {
  const started = await startAttempt(db, person, 'morning-tablets');
  if (!started.ok) throw new Error(started.problem.code);
  return started.value.id;
};

for (const script of [true, false]) {
  test.describe(script ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: script });
    test.skip(({ viewport }) => !script && viewport!.width > 500, onceIsEnough);

    test('pressing the button twice makes one move', async ({ add, enter, db }) => {
      const person = await add('Ola');
      const id = await begin(db, person);
      const page = await enter(person);
      await page.goto(`/attempts/${id}`);
      if (script) await awake(page);
      await playerOf(page, story).goOn('kitchen', 'pot');
      await playerOf(page, story).option('pot', 'sign').check();
      await page.getByRole('button', { name: 'Do this' }).dblclick();
      await expect(momentOf(page)).toHaveText(story.scene('not-today'));
      await expect(page.getByRole('alert')).toHaveCount(0);
      expect((await listMoves(db, id)).map(({ choice }) => choice)).toEqual(['', 'sign']);
    });

    test('a tab left behind is told so and shown where the story stands', async ({
      add,
      enter,
      db,
    }) => {
      const person = await add('Ida');
      const id = await begin(db, person);
      const page = await enter(person);
      await page.goto(`/attempts/${id}`);
      if (script) await awake(page);
      await playerOf(page, story).goOn('kitchen', 'pot');
      const other = await page.context().newPage();
      await other.goto(`/attempts/${id}`);
      if (script) await awake(other);
      await playerOf(page, story).decide('pot', 'check', 'not-today');

      await playerOf(other, story).option('pot', 'sign').check();
      await other.getByRole('button', { name: 'Do this' }).click();
      await expect(other.getByRole('alert')).toContainText('made in another tab');
      await expect(momentOf(other)).toHaveText(story.scene('not-today'));
      await playerOf(other, story).decide('not-today', 'sit-ask', 'buzz');
      await expect(other.getByRole('alert')).toHaveCount(0);
      const moves = await listMoves(db, id);
      expect(moves.map(({ choice }) => choice)).toEqual(['', 'check', 'sit-ask']);
    });
  });
}

test('with no connection a choice says so, keeps what was chosen, and works after', async ({
  add,
  enter,
  db,
}) => {
  const person = await add('Efe');
  const id = await begin(db, person);
  const page = await enter(person);
  await page.goto(`/attempts/${id}`);
  await awake(page);
  await playerOf(page, story).goOn('kitchen', 'pot');
  const chosen = playerOf(page, story).option('pot', 'check');
  await chosen.check();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Do this' }).click();
  await expect(page.getByRole('alert')).toContainText('Nothing is lost.');
  await expect(chosen).toBeChecked();
  await expect(momentOf(page)).toHaveText(story.scene('pot'));
  expect(await listMoves(db, id)).toHaveLength(1);

  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Do this' }).click();
  await expect(momentOf(page)).toHaveText(story.scene('not-today'));
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page).toHaveTitle(new RegExp(story.scene('not-today')));
  expect(await listMoves(db, id)).toHaveLength(2);
});

test('somebody signed out meanwhile comes back to the same moment', async ({ add, enter, db }) => {
  const person = await add('Bea');
  const id = await begin(db, person);
  const page = await enter(person);
  // With a fragment, as after the skip link: the same address again would not load the page anew.
  await page.goto(`/attempts/${id}#main`);
  await awake(page);
  await page.context().clearCookies();
  await page.getByRole('button', { name: story.next('kitchen') }).click();
  await expect(momentOf(page)).toHaveText('Sign in');
  expect(new URL(page.url()).searchParams.get('next')).toBe(`/attempts/${id}`);
  expect(await listMoves(db, id)).toHaveLength(0);
});
