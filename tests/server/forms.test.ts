import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { snapshotOf } from '../support/snapshot-service.ts';
import {
  answersElsewhere,
  answersOnTablet,
  isAboutSomebody,
} from '../support/role-answers/answers.ts';
import { verifyChains } from '#server/audit/verify-chains.ts';
import { auditedForms, senderOf, subjectOf } from '../support/audited-forms.ts';
import { linksOf } from '../support/links-of.ts';
import { poorlySent, properlySent } from '../support/sent-forms.ts';
import { visit } from '../support/visitor.ts';
import {
  fromElsewhere,
  onTablets,
  startSignedInCast,
  testPin,
  visitors,
  type SignedInCast,
  type Who,
} from '../support/signed-in-cast.ts';

let cast: SignedInCast;
beforeAll(async () => {
  cast = await startSignedInCast();
}, 240_000);
afterAll(() => cast.stop());

type Answers = readonly (number | string)[];
type Fields = Record<string, string>;
const today = new Date().toISOString().slice(0, 10);

/** What a form sends, with the names of the cast filled in. */
const filled = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, cast.fill(value)]));

/**
 * Every form, first sent poorly so that nothing is changed: who is told what is wrong, and to whom it
 * is not there. The order is stranger, self, other, assessor, manager; a path is where it sends them.
 */
const forms: [string, Fields, Answers][] = [
  ['/sign-in', { username: '' }, [422, 422, 422, 422, 422]],
  ['/account', { current: '' }, ['/sign-in', 422, 422, 422, 422]],
  ['/account/first-password', { next: 'short' }, ['/sign-in', '/', '/', '/', '/']],
  ['/team/new', { name: '' }, ['/sign-in', 404, 404, 404, 422]],
  ['/places/new', { name: '' }, ['/sign-in', 404, 404, 404, 400]],
  ['/places/:service', { name: '' }, ['/sign-in', 404, 404, 404, 400]],
  ['/people/:joan/places', {}, ['/sign-in', 404, 404, 404, 400]],
  ['/people/:joan/ask', { slug: '' }, ['/sign-in', 404, 404, 404, 400]],
  ['/people/:joan/observe', {}, ['/sign-in', 404, 404, 400, 400]],
  ['/observations/:seen', { words: '' }, ['/sign-in', 400, 404, 404, 404]],
  ['/observations/:draft', { words: 'A reply.' }, ['/sign-in', 404, 404, '/observations/', 404]],
  ['/observations/:draft/sign', { seen: '' }, ['/sign-in', 404, 404, 400, 404]],
  ['/scenarios/nowhere', {}, ['/sign-in', 404, 404, 404, 404]],
  ['/attempts/:done/debrief', { words: '' }, ['/sign-in', 400, 404, 404, 404]],
  ['/attempts/:done/debrief', { form: 'talk' }, ['/sign-in', 404, 404, 400, 400]],
  ['/attempts/:open', { kind: '' }, ['/sign-in', 400, 404, 404, 404]],
  ['/attempts/:open', { kind: 'go-on', step: '9' }, ['/sign-in', 409, 404, 404, 404]],
  [
    '/api/attempts/:open/moves',
    { kind: '' },
    ['/sign-in', '/attempts/', '/attempts/', '/attempts/', '/attempts/'],
  ],
  [
    '/api/attempts/:open/moves',
    { kind: 'go-on', step: '9' },
    ['/sign-in', '/attempts/', 404, 404, 404],
  ],
  ...poorlySent,
];

/** What a form is answered after a PIN, which opens an observation for reading and a tablet for others. */
function byPin(path: string, answer: number | string) {
  if (path.startsWith('/observations')) return 404;
  return path.startsWith('/tablet/') ? 422 : answer;
}

/** What may be done with a PIN by whoever it is about: playing. */
const isPlaying = (path: string) => /^\/(api\/)?attempts\//.test(path);

describe.each(forms)('POST %s with %j', (path, fields, answers) => {
  const elsewhere = answersElsewhere(path, answers, 'POST');
  test.each([
    ...visitors.map((who, at) => [who, answers[at]!] as const),
    ...fromElsewhere.map((who, at) => [who, elsewhere[at]!] as const),
  ])('by %s: %s', async (who, answer) => {
    const before = await snapshotOf(cast);
    const { status, goes } = await cast.as[who].post(cast.fill(path), filled(fields));
    if (typeof answer === 'number') expect(status).toBe(answer);
    else expect([status, goes?.startsWith(answer)]).toEqual([303, true]);
    expect(await snapshotOf(cast)).toBe(before);
  });

  test.each(
    onTablets.map((who, at) => [who, byPin(path, answersOnTablet(path, answers)[at]!)] as const),
  )('by %s: %s', async (who, answer) => {
    const { status, goes } = await cast.as[who].post(cast.fill(path), filled(fields));
    if (typeof answer === 'number') expect(status).toBe(answer);
    else expect([status, goes?.startsWith(answer)]).toEqual([303, true]);
  });
});

const sign: Fields = {
  observedOn: today,
  observedTime: '00:00',
  place: 'Here',
  task: 'mealtime',
  seen: 'All that there was to see.',
  'entrustment-IP-01': '4',
};
/** What some may not do, sent properly, and who may not. */
const tries: [string, Fields, Who[]][] = [
  ['/people/:ravi/reset', {}, ['self', 'other', 'assessor']],
  ['/places/new', { name: 'One more' }, ['self', 'other', 'assessor', 'managerElsewhere']],
  ['/places/:service', { name: 'Theirs' }, ['self', 'other', 'assessor', 'managerElsewhere']],
  ['/people/:joan/places', { services: ':service' }, ['self', 'other', 'assessor']],
  [
    '/people/:joan/ask',
    { slug: 'morning-tablets', dueOn: '2099-01-01' },
    ['self', 'other', 'assessor'],
  ],
  ['/people/:joan/observe', { 'watch-IP-01': 'on' }, ['self', 'other']],
  ['/observations/:draft/sign', sign, ['self', 'other', 'manager']],
  ['/observations/:draft/sign', { act: 'discard' }, ['self', 'other', 'manager']],
  ['/observations/:seen', { words: 'A reply.' }, ['other', 'assessor', 'manager']],
  ['/observations/:seen', { act: 'correct' }, ['self', 'other', 'manager']],
  [
    '/attempts/:done/debrief',
    { words: 'My words.', shared: 'share' },
    ['other', 'assessor', 'manager'],
  ],
  [
    '/attempts/:done/debrief',
    { form: 'talk', heldOn: today, words: 'We talked about it.' },
    ['self', 'other'],
  ],
  [
    '/team/new',
    { name: 'New', username: 'new.one', role: 'manager', category: 'CWP-RM', startedOn: today },
    ['self', 'other', 'assessor'],
  ],
  [
    '/api/attempts/:open/moves',
    { kind: 'find', step: '0', choice: 'read-plan' },
    ['other', 'assessor', 'manager'],
  ],
  ...properlySent(today),
];

describe('what is not theirs to do, done properly, is not there either', () => {
  test.each(tries)('POST %s with %j by %j', async (path, fields, whos) => {
    const before = await snapshotOf(cast);
    // Whoever works elsewhere has no business with anybody here, whatever their role.
    const others = isAboutSomebody(path) ? fromElsewhere : [];
    const byPins = isPlaying(path) ? (['managerOnTablet'] as const) : onTablets;
    for (const who of [...whos, ...others, ...byPins])
      expect((await cast.as[who].post(cast.fill(path), filled(fields))).status, who).toBe(404);
    expect((await cast.as.stranger.post(cast.fill(path), fields)).goes).toMatch(/^\/sign-in/);
    expect((await cast.as.stranger.postJson(cast.fill(path), fields)).status).toBe(401);
    expect(await snapshotOf(cast)).toBe(before);
  });
});

test.each([
  ['manager', '/people/:joan/ask', 1],
  ['self', '/observations/:seen', 1],
  ['self', '/attempts/:done/debrief', 1],
  ['manager', '/people/:joan/duties', 3],
  ['manager', '/people/:joan/duties/delegate', 1],
  ['assessor', '/alerts/unconfirmed~:joan~:duty', 1],
  ['manager', '/cover', 1],
  ['manager', '/requirements/CWP-NTC', 1],
  ['manager', '/people/:joan/training', 4],
  ['assessor', '/people/:joan/supervision', 1],
  ['self', '/supervisions/:coming', 1],
  ['manager', '/supervisions/:coming', 2],
  ['manager', '/people/:joan/witnesses', 1],
  ['manager', '/people/:joan/arrange?competency=IP-03&level=2', 1],
  ['manager', '/people/:joan/discuss', 1],
  ['self', '/people/:joan/accounts/new', 1],
] as const)(
  '%s: every form of %s that could be stored twice carries its id',
  async (who, path, n) => {
    const { body } = await cast.as[who].get(cast.fill(path));
    const ids = body.match(/<input type="hidden" name="formId" value="[0-9a-f]{8}-[^"]{27}">/g);
    expect(ids).toHaveLength(n);
  },
);

test('a move on an attempt of somebody else is told by the page for what is not here', async () => {
  const path = cast.fill('/api/attempts/:open/moves');
  for (const attempt of [path, path.replace(/[0-9a-f-]{36}/, 'nothing')]) {
    const { status, body } = await cast.as.other.post(attempt, { kind: 'go-on', step: '0' });
    expect([status, body.includes('This page is not here')], attempt).toEqual([404, true]);
  }
});

describe('what they may do, they do', () => {
  test('a manager resets access, and the joining code is in this one answer only', async () => {
    const reset = await cast.as.manager.post(cast.fill('/people/:ravi/reset'));
    const code = /[a-z]+(-[a-z]+){3}(?=<)/.exec(reset.body)?.[0];
    expect([reset.status, reset.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(code).toBeDefined();
    expect((await cast.as.manager.get(cast.fill('/people/:ravi/reset'))).body).not.toContain(code);
  });

  test('a manager enrols a tablet, a worker joins on it with a code, plays, and is locked out', async () => {
    const tablet = visit(cast.service.address);
    expect((await tablet.get('/tablet')).body).toContain('This is not a shared tablet');
    expect((await tablet.get('/sign-in')).body).not.toContain('href="/tablet"');
    await tablet.signIn('grace');
    const place = cast.fill(':service');
    const enrolled = await tablet.post('/tablets/new', { name: 'Porch', serviceId: place });
    expect(enrolled.goes).toBe('/tablet');
    const [cookie] = enrolled.headers.getSetCookie().filter((set) => set.includes('_tablet='));
    expect(cookie).toMatch(/Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/);
    // The manager is signed out on it; whoever comes to it chooses a name.
    expect((await tablet.get('/today')).goes).toBe('/tablet');
    expect((await tablet.get('/sign-in')).body).toContain('href="/tablet"');

    const person = { name: 'Cleo Marsh', username: 'cleo.marsh', role: 'worker' };
    const job = { category: 'CWP-NTC', startedOn: today, services: place };
    const added = await cast.as.manager.post('/team/new', { ...person, ...job });
    const code = /[a-z]+(-[a-z]+){3}(?=<)/.exec(added.body)![0];
    expect(added.body).toMatch(/Good until[^]*and once only/);
    const typed = { username: 'cleo.marsh', code, pin: testPin, again: testPin };
    expect((await tablet.post('/tablet/join', { ...typed, again: '1' })).status).toBe(422);
    expect((await tablet.post('/tablet/join', typed)).goes).toBe('/home');

    const home = await tablet.get('/home');
    expect(home.headers.get('refresh')).toBe('300; url=/tablet');
    expect(home.body).not.toContain('href="/account"');
    const begun = await tablet.post('/scenarios/morning-tablets');
    expect(begun.goes).toMatch(/^\/attempts\//);
    const scene = await tablet.get(begun.goes!);
    expect([scene.status, scene.headers.get('refresh')]).toEqual([200, null]);
    const kept =
      'SELECT d.name FROM attempts a JOIN devices d ON d.id = a.device_id WHERE a.id = ?';
    expect(await cast.one(kept, begun.goes!.split('/')[2]!)).toBe('Porch');

    expect((await tablet.post('/sign-out')).goes).toBe('/tablet');
    const names = await tablet.get('/tablet');
    const own = linksOf(names).find((path) => names.body.includes(`href="${path}">Cleo Marsh`))!;
    expect((await tablet.post(own, { pin: '000000' })).status).toBe(422);
    expect((await tablet.post(own, { pin: testPin })).goes).toBe('/home');
    await cast.db.write([
      {
        sql: "UPDATE sessions SET expires_at = '2026-01-01' WHERE person_id = ?",
        args: [own.split('/')[2]!],
      },
    ]);
    expect((await tablet.get('/home')).goes).toBe('/tablet');
  });

  test('on a tablet no link leads to what a PIN does not open', async () => {
    const known = new Set<string>();
    const open = ['/home', cast.fill('/people/:joan'), cast.fill('/attempts/:done/debrief')];
    for (const path of [
      ...open,
      cast.fill('/people/:joan/IP-03'),
      cast.fill('/observations/:seen'),
    ])
      for (const link of linksOf(await cast.as.selfOnTablet.get(path))) known.add(link);
    expect(known.size).toBeGreaterThan(20);
    const dead = [];
    for (const link of known)
      if ((await cast.as.selfOnTablet.get(link)).status >= 400) dead.push(link);
    expect(dead).toEqual([]);
  });

  test('a worker signs out, and the way in is closed behind them', async () => {
    expect((await cast.as.other.post('/sign-out')).goes).toBe('/sign-in');
    expect((await cast.as.other.get('/home')).goes).toBe('/sign-in?next=%2Fhome');
  });
});

describe('what is done is in the audit log, with who did it and whose record it was', () => {
  const usernames: Partial<Record<Who, string>> = {
    manager: 'grace',
    assessor: 'tom',
    self: 'joan',
  };
  const newest = async (actor: string) => {
    const sql = 'SELECT id, what, subject FROM audit WHERE actor = ? ORDER BY id DESC LIMIT 1';
    return (await cast.db.client.execute({ sql, args: [actor] })).rows[0];
  };

  test.each(auditedForms(tries))('POST %s with %j', async (path, fields, refused) => {
    const who = senderOf(refused);
    const actor = await cast.one('SELECT id FROM people WHERE username = ?', usernames[who]!);
    const before = await newest(actor);
    // Whoever takes an alert on owns it here.
    const sent = { ...filled(fields), ...(path.startsWith('/alerts') && { ownerId: actor }) };
    const { status } = await cast.as[who].post(cast.fill(path), sent);
    expect(status).toBeLessThan(400);
    const after = await newest(actor);
    expect(after?.['id']).not.toBe(before?.['id']);
    const room = path.split('/')[1]!;
    expect(after?.['what']).toMatch(new RegExp(`^POST /${room}\\b`));
    const subject = subjectOf(path);
    expect(after?.['subject']).toBe(subject ? cast.fill(subject) : null);
    expect(subject).toBeDefined();
  });

  test('and the chains of all that was done here are sound', async () => {
    expect((await verifyChains(cast.db)).faults).toEqual([]);
  });
});
