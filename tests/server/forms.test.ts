import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { snapshotOf } from '../support/snapshot-service.ts';
import { answersElsewhere, isAboutSomebody } from '../support/role-answers/answers.ts';
import { verifyChains } from '#server/audit/verify-chains.ts';
import { auditedForms, senderOf, subjectOf } from '../support/audited-forms.ts';
import { poorlySent, properlySent } from '../support/sent-forms.ts';
import {
  fromElsewhere,
  startSignedInCast,
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

describe.each(forms)('POST %s with %j', (path, fields, answers) => {
  const elsewhere = answersElsewhere(path, answers);
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
    for (const who of [...whos, ...(isAboutSomebody(path) ? fromElsewhere : [])])
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
  test('a manager resets access, and the passphrase is in this one answer only', async () => {
    const reset = await cast.as.manager.post(cast.fill('/people/:ravi/reset'));
    const passphrase = /[a-z]+(-[a-z]+){3}(?=<)/.exec(reset.body)?.[0];
    expect([reset.status, reset.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(passphrase).toBeDefined();
    expect((await cast.as.manager.get(cast.fill('/people/:ravi/reset'))).body).not.toContain(
      passphrase,
    );
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
