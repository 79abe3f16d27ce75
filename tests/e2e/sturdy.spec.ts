import { awake, decide, goOn, momentOf } from '../support/e2e-play.ts';
import { expect, test } from '../support/e2e-test.ts';
import { listMoves } from '#db';
import { startAttempt } from '#server/start-attempt.ts';

const scenario = 'morning-tablets';
const begin = async (db: Parameters<typeof startAttempt>[0], person: { id: string }) => {
  const started = await startAttempt(db, person, scenario);
  if (!started.ok) throw new Error(started.problem.code);
  return started.value.id;
};

for (const script of [true, false]) {
  test.describe(script ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: script });

    test('pressing the button twice makes one move', async ({ add, enter, db }) => {
      const person = await add('Ola');
      const id = await begin(db, person);
      const page = await enter(person);
      await page.goto(`/attempts/${id}`);
      if (script) await awake(page);
      await goOn(page, 'Open the medicine tin', 'Four tablets, one pot');
      await page.getByRole('radio', { name: 'Fill the pot from the chart' }).check();
      await page.getByRole('button', { name: 'Do this' }).dblclick();
      await expect(momentOf(page)).toHaveText('None of them');
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
      await goOn(page, 'Open the medicine tin', 'Four tablets, one pot');
      const other = await page.context().newPage();
      await other.goto(`/attempts/${id}`);
      if (script) await awake(other);
      await decide(page, 'Check the chart against pack', 'None of them');

      await other.getByRole('radio', { name: 'Fill the pot from the chart' }).check();
      await other.getByRole('button', { name: 'Do this' }).click();
      await expect(other.getByRole('alert')).toContainText('made in another tab');
      await expect(momentOf(other)).toHaveText('None of them');
      await decide(other, 'Turn the telly down', 'A text from Yvonne');
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
  await goOn(page, 'Open the medicine tin', 'Four tablets, one pot');
  const chosen = page.getByRole('radio', { name: 'Check the chart against pack' });
  await chosen.check();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Do this' }).click();
  await expect(page.getByRole('alert')).toContainText('Nothing is lost.');
  await expect(chosen).toBeChecked();
  await expect(momentOf(page)).toHaveText('Four tablets, one pot');
  expect(await listMoves(db, id)).toHaveLength(1);

  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Do this' }).click();
  await expect(momentOf(page)).toHaveText('None of them');
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await listMoves(db, id)).toHaveLength(2);
});

test('somebody signed out meanwhile comes back to the same moment', async ({ add, enter, db }) => {
  const person = await add('Bea');
  const id = await begin(db, person);
  const page = await enter(person);
  await page.goto(`/attempts/${id}`);
  await awake(page);
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Open the medicine tin' }).click();
  await expect(momentOf(page)).toHaveText('Sign in');
  expect(new URL(page.url()).searchParams.get('next')).toBe(`/attempts/${id}`);
  expect(await listMoves(db, id)).toHaveLength(0);
});
