import { expect, test } from 'vitest';
import { createSessionCache, type SignedIn } from './session-cache.ts';

const signedIn = (personId: string, expiresAt = 1e12): SignedIn => ({
  person: {
    id: personId,
    username: personId,
    name: personId,
    role: 'worker',
    category: 'CWP-NTC',
    startedOn: '2026-01-05',
    services: [],
    everywhere: false,
  },
  session: {
    id: 'clear',
    expiresAt: new Date(expiresAt),
    mustChoosePassword: false,
    codeStep: null,
    needsSecondFactor: false,
  },
});

const cacheAt = (start: number, most?: number) => {
  const clock = { now: start };
  const options = { now: () => clock.now, ...(most === undefined ? {} : { most }) };
  return { clock, cache: createSessionCache(options) };
};

test('an entry is forgotten after ten seconds', () => {
  const { clock, cache } = cacheAt(0);
  cache.remember('a', signedIn('p'), cache.mark());
  clock.now = 9_999;
  expect(cache.recall('a')?.person.id).toBe('p');
  clock.now = 10_000;
  expect(cache.recall('a')).toBeUndefined();
});

test('an entry never outlives its session', () => {
  const { clock, cache } = cacheAt(0);
  cache.remember('a', signedIn('p', 3_000), cache.mark());
  clock.now = 3_000;
  expect(cache.recall('a')).toBeUndefined();
});

test('it holds no more than it may, and lets the oldest go', () => {
  const { cache } = cacheAt(0, 2);
  for (const id of ['a', 'b', 'c']) cache.remember(id, signedIn(id), cache.mark());
  expect(cache.size()).toBe(2);
  expect(cache.recall('a')).toBeUndefined();
  expect(cache.recall('c')?.person.id).toBe('c');
});

test('dropping a person drops all their sessions and nobody else’s', () => {
  const { cache } = cacheAt(0);
  cache.remember('a', signedIn('p'), cache.mark());
  cache.remember('b', signedIn('p'), cache.mark());
  cache.remember('c', signedIn('q'), cache.mark());
  cache.dropPerson('p');
  expect(['a', 'b', 'c'].map((id) => cache.recall(id)?.person.id)).toEqual([
    undefined,
    undefined,
    'q',
  ]);
});

test('what was read before a drop is not remembered after it', () => {
  const { cache } = cacheAt(0);
  const mark = cache.mark();
  cache.drop('a');
  cache.remember('a', signedIn('p'), mark);
  expect(cache.recall('a')).toBeUndefined();
});
