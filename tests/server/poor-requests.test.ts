import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsIn, leaks } from '../support/faults.ts';
import { huge, poorBodies } from '../support/poor-bodies.ts';
import { soundForms } from '../support/poor-fields.ts';
import { startSignedInCast, type SignedInCast, type Who } from '../support/signed-in-cast.ts';

let cast: SignedInCast;
beforeAll(async () => {
  cast = await startSignedInCast();
}, 240_000);
afterAll(() => cast.stop());

/** Who may send to what: the one whose request comes furthest. */
const targets: [Who, string][] = [
  ['stranger', '/sign-in'],
  ['self', '/account'],
  ['self', '/account/first-password'],
  ['manager', '/team/new'],
  ['manager', '/people/:joan/ask'],
  ['manager', '/people/:joan/observe'],
  ['self', '/observations/:seen'],
  ['assessor', '/observations/:draft/sign'],
  ['self', '/scenarios/nowhere'],
  ['self', '/attempts/:done/debrief'],
  ['manager', '/attempts/:done/debrief'],
  ['self', '/attempts/:open'],
  ['self', '/attempts/:done'],
  ['self', '/api/attempts/:open/moves'],
  ['self', '/api/attempts/:done/moves'],
  ['self', '/home'],
  ['stranger', '/healthz'],
  // Whose verbs are driven field by field elsewhere.
  ...new Map(soundForms.map(([who, path]) => [path, [who, path] as [Who, string]])).values(),
];

describe.each(targets)('%s, POST %s', (who, path) => {
  test.each(poorBodies)('%s (%s) is refused or ignored, never a fault', async (_, type, body) => {
    for (const accept of ['text/html', 'application/json']) {
      const { status, body: answer } = await cast.as[who].send(cast.fill(path), {
        method: 'POST',
        body,
        headers: { accept, 'content-type': type, origin: cast.service.address },
      });
      expect(status, answer.slice(0, 200)).toBeLessThan(500);
      expect(answer).not.toMatch(leaks);
    }
  });
});

test('what is too long is said to be, and the connection is good for the next request', async () => {
  for (let time = 0; time < 3; time += 1) {
    const { status, body } = await cast.as.self.post('/account', { current: huge });
    expect([status, body]).toEqual([413, expect.stringContaining('too long')]);
    expect((await cast.as.self.get('/home')).status).toBe(200);
  }
});

describe('addresses that nobody means', () => {
  const odd = [
    'constructor',
    '__proto__',
    '%00',
    '%F0%9F%98%80',
    '..%2f..%2fetc',
    "'%20OR%201=1--",
    'x'.repeat(3000),
    '%E0%A4%A',
    '*',
    '.',
  ];
  const patterns = [
    '/people/@',
    '/people/:joan/@',
    '/people/@/observe',
    '/people/@/reset',
    '/people/@/ask',
    '/observations/@',
    '/observations/@/sign',
    '/scenarios/@',
    '/attempts/@',
    '/attempts/@/debrief',
    '/portraits/@/a.svg',
    '/portraits/:hash/@',
    '/portraits/:hash/@.calm.svg',
    '/portraits/:hash/yvonne.@.svg',
    '/team?state=@&risk=@&category=@',
    '/sign-in?next=@',
    '/attempts/:open?notice=@',
    '/attempts/:open?changed=@',
    '/people/:joan?done=@',
    '/people/:joan/observe?watch=@&watch=@',
    '/attempts/:done/debrief?kept=@',
    '/alerts/@',
    '/alerts/unconfirmed~@~@',
    '/alerts?on=@&done=@',
    '/supervisions/@?kept=@',
    '/marking/@',
    '/accounts/@',
    '/calibration/@',
    '/outcomes/@',
    '/outcomes/morning-tablets?form=@&version=@',
    '/requirements/@?done=@',
    '/policy/@',
    '/policy/change?from=@',
    '/pack/@.csv?on=@',
    '/pack?on=@',
    '/cover?on=@',
    '/targets?on=@',
    '/training?on=@&added=@&already=@&left=@',
    '/people/@/pack/@.csv',
    '/people/:joan?on=@',
    '/people/:joan/IP-01?on=@',
    '/people/:joan/next-role?role=@&on=@',
    '/people/:joan/arrange?competency=@&level=@&do=@',
    '/people/:joan/discuss?corrects=@&competency=@&level=@',
    '/people/:joan/accounts/new?again=@',
    '/people/:joan/certificate/@?on=@',
    '/people/:joan/duties?on=@&done=@',
    '/people/:joan/supervision?on=@&kept=@',
    '/@',
  ];
  test.each(patterns)('GET %s', async (pattern) => {
    for (const word of odd)
      for (const who of ['self', 'manager'] as const) {
        const path = cast.fill(pattern).replaceAll('@', word);
        const { status } = await cast.as[who].get(path);
        expect(status, path).toBeLessThan(500);
      }
  });

  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'])('%s is no fault', async (method) => {
    for (const path of [
      '/home',
      '/api/attempts/:open/moves',
      '/sign-out',
      '/healthz',
      '/people/:joan',
    ])
      expect(
        (
          await cast.as.self.send(cast.fill(path), {
            method,
            headers: { origin: cast.service.address },
          })
        ).status,
      ).toBeLessThan(500);
  });
});

describe('a cookie or a header that nobody means', () => {
  test.each([
    'in_practice_session=',
    'in_practice_session=%E0%A4%A',
    `in_practice_session=${'x'.repeat(5000)}`,
    '=;=;',
    'in_practice_session=a; in_practice_session=b',
  ])('cookie %s opens nothing', async (cookie) => {
    const { status, goes } = await cast.as.stranger.get('/home', { cookie });
    expect([status, goes]).toEqual([303, '/sign-in?next=%2Fhome']);
  });

  test('a request without a host, or with an odd one, is refused and no fault', async () => {
    const { port } = new URL(cast.service.address);
    const raw = (text: string) =>
      new Promise<string>((done, failed) => {
        const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
        let answer = '';
        socket.on('data', (chunk) => (answer += chunk.toString()));
        socket.on('close', () => done(answer));
        socket.on('error', failed);
      });
    for (const host of [
      '',
      'Host: \r\n',
      'Host: a b\r\n',
      'Host: [::1\r\n',
      'Host: x@y\r\n',
      'Host: other.example\r\n',
    ]) {
      const answer = await raw(
        `POST /sign-in HTTP/1.1\r\n${host}Origin: http://evil.example\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
      );
      expect(answer, host).toMatch(/^HTTP\/1\.1 40[0-9]/);
    }
  });
});

test('after all that the service still answers, and has no fault in its log', async () => {
  expect((await cast.as.self.get('/home')).status).toBe(200);
  expect(faultsIn(cast.service.output())).toEqual([]);
});
