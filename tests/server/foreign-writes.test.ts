import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { longWords } from '../support/long-words.ts';
import { startSignedInCast, type SignedInCast, type Who } from '../support/signed-in-cast.ts';
import { snapshotOf } from '../support/snapshot-service.ts';

let cast: SignedInCast;
beforeAll(async () => {
  cast = await startSignedInCast();
}, 240_000);
afterAll(() => cast.stop());

type Fields = Record<string, string>;
const today = new Date().toISOString().slice(0, 10);
const elsewhere = 'https://elsewhere.example';

describe('a write that was not sent from a page of this service changes nothing', () => {
  const writes: [Who, string, Fields][] = [
    ['stranger', '/sign-in', { username: 'joan', password: 'between-the-visits' }],
    ['self', '/sign-out', {}],
    ['self', '/account', { act: 'sign-out-everywhere' }],
    [
      'manager',
      '/team/new',
      { name: 'New', username: 'new.one', role: 'manager', category: 'CWP-RM', startedOn: today },
    ],
    ['manager', '/people/:joan/reset', {}],
    ['manager', '/people/:joan/ask', { slug: 'morning-tablets', dueOn: '2099-01-01' }],
    ['manager', '/people/:joan/observe', { 'watch-IP-01': 'on' }],
    ['self', '/observations/:seen', { words: 'A reply.' }],
    ['assessor', '/observations/:draft/sign', { act: 'discard' }],
    ['self', '/scenarios/between-us', {}],
    ['manager', '/people/:joan/duties', { act: 'give', duty: 'medicines-alone' }],
    ['manager', '/cover', { needs: 'dementia' }],
    ['manager', '/places/new', { name: 'One more' }],
    ['manager', '/people/:joan/places', { services: ':service' }],
    ['manager', '/training/import', { do: 'apply', text: 'user,subject,completed' }],
    ['assessor', '/people/:joan/supervision', { onDay: '2099-02-01' }],
    ['self', '/supervisions/:coming', { form: 'note', words: longWords }],
    ['self', '/attempts/:done/debrief', { words: 'My words.', shared: 'share' }],
    ['self', '/attempts/:open', { kind: 'find', step: '0', choice: 'read-plan' }],
    ['self', '/api/attempts/:open/moves', { kind: 'find', step: '0', choice: 'read-plan' }],
  ];
  const senders: [string, Record<string, string>][] = [
    ['another site', { origin: elsewhere }],
    ['a page that will not say', { origin: 'null' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['nowhere that is said', {}],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['another site that says it is ours', { origin: elsewhere, 'sec-fetch-site': 'same-origin' }],
  ];
  test.each(writes)('%s: POST %s with %j', async (who, path, fields) => {
    const before = await snapshotOf(cast);
    for (const [from, headers] of senders)
      for (const json of [false, true]) {
        const { status, body } = await cast.as[who].send(cast.fill(path), {
          method: 'POST',
          body: json ? JSON.stringify(fields) : new URLSearchParams(fields),
          headers: json
            ? { ...headers, accept: 'application/json', 'content-type': 'application/json' }
            : { ...headers, accept: 'text/html' },
        });
        expect([status, body.includes('nothing was changed')], `${from}, ${json}`).toEqual([
          403,
          true,
        ]);
      }
    expect(await snapshotOf(cast)).toBe(before);
    expect((await cast.as.self.get('/home')).status).toBe(200);
  });

  test('without Origin a browser that says "same origin" is believed', async () => {
    const { status } = await cast.as.self.send('/account', {
      method: 'POST',
      body: new URLSearchParams({ current: '' }),
      headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin' },
    });
    expect(status).toBe(422);
  });
});
