import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSignedInCast, visitors, type SignedInCast } from '../support/signed-in-cast.ts';

let cast: SignedInCast;
beforeAll(async () => {
  cast = await startSignedInCast();
}, 240_000);
afterAll(() => cast.stop());

/** What each is answered, in the order stranger, self, other, assessor, manager. A path is where it sends them. */
type Answers = readonly (number | string)[];
const everyone = (answer: number | string): Answers => [answer, answer, answer, answer, answer];
const signedIn = (answer: number | string): Answers => ['/sign-in', answer, answer, answer, answer];
const record: Answers = ['/sign-in', 200, 404, 200, 200];
const ownOnly: Answers = ['/sign-in', 200, 404, 404, 404];
const managers: Answers = ['/sign-in', 404, 404, 404, 200];

/** Every page, by its file, with the addresses to ask for. */
const pages: Record<string, [string, Answers][]> = {
  'index.astro': [['/', ['/sign-in', '/home', '/home', '/team', '/team']]],
  'sign-in.astro': [['/sign-in', [200, '/', '/', '/', '/']]],
  'sign-out.ts': [['/sign-out', everyone(404)]],
  'healthz.ts': [['/healthz', everyone(200)]],
  // Only while it is built: nobody finds it in a service that is served.
  'gallery.astro': [['/gallery', everyone(404)]],
  '404.astro': [
    ['/404', everyone(404)],
    ['/nowhere', everyone(404)],
    ['/team/nowhere/at/all', everyone(404)],
  ],
  '500.astro': [['/500', everyone(500)]],
  'account/index.astro': [['/account', signedIn(200)]],
  'account/first-password.astro': [['/account/first-password', signedIn('/')]],
  'home.astro': [['/home', signedIn(200)]],
  'frameworks.astro': [['/frameworks', signedIn(200)]],
  'profile.astro': [['/profile', signedIn('/people/')]],
  'people/[personId]/index.astro': [
    ['/people/:joan', record],
    ['/people/nobody', signedIn(404)],
  ],
  'people/[personId]/[competency].astro': [
    ['/people/:joan/IP-03', record],
    ['/people/:joan/IP-99', signedIn(404)],
    ['/people/:joan/constructor', signedIn(404)],
    ['/people/nobody/IP-03', signedIn(404)],
  ],
  'people/[personId]/ask.astro': [['/people/:joan/ask', managers]],
  'people/[personId]/observe.astro': [['/people/:joan/observe', ['/sign-in', 404, 404, 200, 200]]],
  'people/[personId]/reset.astro': [['/people/:joan/reset', managers]],
  'observations/[observationId]/index.astro': [
    ['/observations/:seen', record],
    ['/observations/:draft', ['/sign-in', 404, 404, '/observations/', 404]],
  ],
  'observations/[observationId]/sign.astro': [
    ['/observations/:draft/sign', ['/sign-in', 404, 404, 200, 404]],
    ['/observations/:seen/sign', ['/sign-in', 404, 404, '/observations/', 404]],
  ],
  'scenarios/[slug].astro': [
    ['/scenarios/morning-tablets', signedIn(200)],
    ['/scenarios/constructor', signedIn(404)],
  ],
  'scenarios/[slug]/map.astro': [
    ['/scenarios/morning-tablets/map', ['/sign-in', 404, 404, 200, 200]],
    ['/scenarios/constructor/map', signedIn(404)],
  ],
  'attempts/[attemptId]/index.astro': [
    ['/attempts/:open', ownOnly],
    ['/attempts/:done', ownOnly],
  ],
  'attempts/[attemptId]/debrief.astro': [
    ['/attempts/:done/debrief', record],
    ['/attempts/:open/debrief', ['/sign-in', '/attempts/', 404, 200, 200]],
  ],
  'portraits/[hash]/[face].svg.ts': [
    ['/portraits/:hash/yvonne.calm.svg', signedIn(200)],
    ['/portraits/:hash/nobody.calm.svg', signedIn(404)],
  ],
  'team/index.astro': [['/team', ['/sign-in', 404, 404, 200, 200]]],
  'team/new.astro': [['/team/new', managers]],
  'library.astro': [['/library', ['/sign-in', 404, 404, 200, 200]]],
  // It shows keys: nobody finds it in a service that is served.
  'try/[slug]/index.astro': [['/try/morning-tablets', ['/sign-in', 404, 404, 404, 404]]],
  'try/[slug]/faces/[face].svg.ts': [
    ['/try/morning-tablets/faces/yvonne.calm.svg', ['/sign-in', 404, 404, 404, 404]],
  ],
  'api/attempts/[attemptId]/moves.ts': [['/api/attempts/:open/moves', signedIn(404)]],
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
  test.each(visitors.map((who, at) => [who, answers[at]!] as const))(
    'by %s: %s',
    async (who, answer) => {
      const answered = await cast.as[who].get(cast.fill(path));
      const { status, goes, headers, body } = answered;
      expect(meets(answer, answered), `${status} ${goes}`).toBe(true);
      if (who === 'stranger' && answer === '/sign-in')
        expect(goes).toBe(
          path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(cast.fill(path))}`,
        );
      if (headers.get('content-type')?.startsWith('text/html'))
        expect(headers.get('cache-control')).toMatch(/no-store/);
      // What is not there for somebody does not say whose it is; her own name is on her every page.
      if (status === 404 && who !== 'self') expect(body).not.toContain('Hartley');
    },
  );

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
