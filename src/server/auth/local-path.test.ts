import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test.each([
  ['/home', '/home'],
  ['/', '/'],
  ['/team/new?from=list#form', '/team/new?from=list#form'],
  ['/a//b', '/a//b'],
  ['/%5C%5Celsewhere.example', '/%5C%5Celsewhere.example'],
  [null, undefined],
  ['', undefined],
  ['home', undefined],
  ['//elsewhere.example', undefined],
  ['///elsewhere.example', undefined],
  ['/\\elsewhere.example', undefined],
  ['\\\\elsewhere.example', undefined],
  ['/home\\..', undefined],
  ['/\t/elsewhere.example', undefined],
  ['/\n/elsewhere.example', undefined],
  [' //elsewhere.example', undefined],
  ['https://elsewhere.example', undefined],
  ['javascript:alert(1)', undefined],
  [`/${'a'.repeat(1_000)}`, undefined],
  ['/€', undefined],
  ['/caf\u00e9', undefined],
  ['/a\u007f', undefined],
  ['/%E2%82%AC', '/%E2%82%AC'],
])('%j leads to %j', (next, path) => {
  expect(localPath(next)).toBe(path);
});

test('whatever is let through stays on this service', () => {
  for (const next of [
    '/home',
    '/a//b',
    '/%5C%5Celsewhere.example',
    '/..//elsewhere.example',
    '/@x',
  ]) {
    const path = localPath(next);
    expect(new URL(path ?? 'about:blank', 'https://ours.example').host).toBe('ours.example');
  }
});
