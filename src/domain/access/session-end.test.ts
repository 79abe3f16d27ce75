import { expect, test } from 'vitest';
import { idleSeconds, sessionEnd } from './session-end.ts';
import { isWeaker, saySignedIn, type SignedInBy } from './signed-in.ts';

const hour = 3_600_000;
const way = (signedInBy: SignedInBy, deviceId: string | null = null) => ({ signedInBy, deviceId });

test.each([
  ['a PIN, just begun', way('pin', 'k'), 0, 5 / 60],
  ['a PIN, kept up', way('pin', 'k'), 3.9, 3.9 + 5 / 60],
  ['a PIN after four hours', way('pin', 'k'), 3.95, 4],
  ['a password on a shared tablet', way('password', 'k'), 0, 0.5],
  ['a password and a code there', way('password-and-code', 'k'), 3.9, 4],
  ['a device of their own', way('password'), 0, 12],
  ['a device of their own, kept up', way('password-and-code'), 30, 42],
  ['a device of their own, after a week', way('password'), 167, 168],
])('%s', (_, signedIn, used, ends) => {
  expect(sessionEnd(signedIn, 0, used * hour) / hour).toBeCloseTo(ends, 6);
});

test('a shared tablet locks after five minutes', () => {
  expect(idleSeconds(way('pin', 'k'))).toBe(300);
});

test('a PIN says less than a password, and a password less than one with a code', () => {
  const order = (['pin', 'password', 'password-and-code'] as const).map((one) => way(one));
  for (const [at, one] of order.entries())
    expect(order.map((other) => isWeaker(one, other))).toEqual(order.map((_, to) => at < to));
});

test('it is said in words, with the tablet where there was one', () => {
  const tablets = new Map([['k', 'Kitchen']]);
  const say = (signedInBy: SignedInBy, deviceId?: string) =>
    saySignedIn(way(signedInBy, deviceId), tablets);
  expect(say('pin', 'k')).toBe('Signed in with a PIN on the tablet “Kitchen”.');
  expect(say('password')).toBe('Signed in with a password.');
  expect(say('password-and-code')).toBe('Signed in with a password and a code.');
});
