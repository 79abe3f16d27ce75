import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  answersElsewhere,
  answersOnTablet,
  isAboutSomebody,
  type PageAnswers,
} from '../support/role-answers/answers.ts';
import { policyBreaches } from '../support/policy-breaches.ts';
import { access } from '../support/role-answers/access.ts';
import { core } from '../support/role-answers/core.ts';
import { policy } from '../support/role-answers/policy.ts';
import { reasons } from '../support/role-answers/reasons.ts';
import { practice } from '../support/role-answers/practice.ts';
import { risk } from '../support/role-answers/risk.ts';
import { today } from '../support/role-answers/today.ts';
import { outcomes } from '../support/role-answers/outcomes.ts';
import { keeping } from '../support/role-answers/keeping.ts';
import { places } from '../support/role-answers/places.ts';
import { pack } from '../support/role-answers/pack.ts';
import {
  fromElsewhere,
  onTablets,
  startSignedInCast,
  visitors,
  type SignedInCast,
} from '../support/signed-in-cast.ts';

let cast: SignedInCast;
beforeAll(async () => {
  cast = await startSignedInCast();
}, 240_000);
afterAll(() => cast.stop());

/** Every page, by its file, with the addresses to ask for. */
const pages: PageAnswers = {
  ...core,
  ...policy,
  ...reasons,
  ...practice,
  ...risk,
  ...today,
  ...outcomes,
  ...pack,
  ...places,
  ...keeping,
  ...access,
};

const folder = join(import.meta.dirname, '..', '..', 'src', 'pages');
const files = readdirSync(folder, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && !/\.test\.|\/_/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

test('every page is asked for here', () => {
  expect(files.filter((file) => !pages[file])).toEqual([]);
  expect(Object.keys(pages).filter((file) => !files.includes(file))).toEqual([]);
});

const meets = (
  answer: number | string,
  { status, goes }: { status: number; goes: string | null },
) => (typeof answer === 'number' ? status === answer : status === 303 && goes!.startsWith(answer));

describe.each(Object.values(pages).flat())('GET %s', (path, answers) => {
  const elsewhere = answersElsewhere(path, answers);
  const byPin = answersOnTablet(path, answers);
  test.each([
    ...visitors.map((who, at) => [who, answers[at]!] as const),
    ...fromElsewhere.map((who, at) => [who, elsewhere[at]!] as const),
    ...onTablets.map((who, at) => [who, byPin[at]!] as const),
  ])('by %s: %s', async (who, answer) => {
    const answered = await cast.as[who].get(cast.fill(path));
    const { status, goes, headers, body } = answered;
    expect(meets(answer, answered), `${status} ${goes}`).toBe(true);
    if (who === 'stranger' && answer === '/sign-in')
      expect(goes).toBe(
        path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(cast.fill(path))}`,
      );
    if (headers.get('content-type')?.startsWith('text/html')) {
      expect(headers.get('cache-control')).toMatch(/no-store/);
      // A file to be saved is no page: it may load nothing at all.
      if (!headers.has('content-disposition'))
        expect(policyBreaches(headers.get('content-security-policy'), body)).toEqual([]);
    }
    // What is not there for somebody does not say whose it is; her own name is on her every page.
    const isHidden = status === 404 || who.endsWith('Elsewhere');
    if (isHidden && !who.startsWith('self')) expect(body).not.toContain('Hartley');
  });

  test('by a stranger who asks for JSON', async () => {
    const answered = await cast.as.stranger.get(cast.fill(path), { accept: 'application/json' });
    const { status, goes, body } = answered;
    if (answers[0] === '/sign-in')
      expect([status, JSON.parse(body)]).toMatchObject([401, { code: 'signed-out' }]);
    // What is open to everyone is the same for them.
    else expect(meets(answers[0]!, answered), `${status} ${goes}`).toBe(true);
  });
});

test('what is not yours and what is nowhere look the same', async () => {
  const hidden = await cast.as.other.get(cast.fill('/people/:joan'));
  const nowhere = await cast.as.other.get(cast.fill('/people/:open'));
  expect(hidden.body.replaceAll(cast.fill(':joan'), '')).toBe(
    nowhere.body.replaceAll(cast.fill(':open'), ''),
  );
});

test('every page about somebody that was shown to somebody else above is in the audit log', async () => {
  const { rows } = await cast.db.client.execute(
    'SELECT DISTINCT actor, what FROM audit WHERE subject IS NOT NULL AND subject <> actor',
  );
  const noted = new Set(rows.map(({ actor, what }) => `${String(actor)} ${String(what)}`));
  for (const [at, username] of [
    [3, 'tom'],
    [4, 'grace'],
  ] as const) {
    const actor = await cast.one('SELECT id FROM people WHERE username = ?', username);
    const shown = Object.entries(pages).filter(([, asked]) =>
      asked.some(([path, answers]) => isAboutSomebody(path) && answers[at] === 200),
    );
    const patterns = shown.map(([file]) => file.replace(/(\/index)?\.astro$|\.ts$/, ''));
    expect(patterns.length).toBeGreaterThan(20);
    expect(patterns.filter((one) => !noted.has(`${actor} GET /${one}`))).toEqual([]);
  }
});
