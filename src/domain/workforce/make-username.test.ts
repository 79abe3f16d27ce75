import { expect, test } from 'vitest';
import { makeUsername } from './make-username.ts';

test('a user name reads like the name, is good for signing in with, and is nobody else’s', () => {
  const taken = new Set(['ann.lee']);
  const made = [
    'Ann Lee',
    'ann  lee',
    "Zoë O'Hara-Ng",
    'Олена',
    '明',
    'A',
    '...',
    'x'.repeat(80),
    'x'.repeat(80),
  ].map((name) => makeUsername(name, taken));
  expect(made).toEqual([
    'ann.lee.2',
    'ann.lee.3',
    'zoe.ohara.ng',
    'worker',
    'worker.2',
    'worker.3',
    'worker.4',
    'x'.repeat(34),
    `${'x'.repeat(34)}.2`,
  ]);
  for (const name of made) expect(name).toMatch(/^[a-z0-9.-]{2,40}$/);
});
