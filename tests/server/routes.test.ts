import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decideEntry, routes, whoMayUse } from '#server/auth/routes.ts';

const pages = join(import.meta.dirname, '../../src/pages');

/** The pattern Astro gives the page of a file. */
const patternOf = (file: string) =>
  `/${file.replace(/\.(astro|ts|md|mdx|html)$/, '')}`.replace(/(^|\/)index$/, '') || '/';

const patterns = readdirSync(pages, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(pages.length + 1))
  .filter(
    (file) => !file.split('/').some((part) => part.startsWith('_')) && !file.includes('.test.'),
  )
  .map(patternOf);

const as = (role: 'worker' | 'assessor' | 'manager', mustChoosePassword = false) => ({
  role,
  mustChoosePassword,
});

test('there are pages to look at', () => {
  expect(patterns).toContain('/sign-in');
  expect(patterns).toContain('/account');
  expect(patterns).toContain('/');
});

test.each(patterns)('%s has a row that says who may use it', (pattern) => {
  expect(whoMayUse(pattern)).toBeDefined();
});

test('what is open to everyone is this and no more', () => {
  const open = Object.keys(routes).filter((pattern) => routes[pattern] === 'everyone');
  expect(open).toEqual([
    '/sign-in',
    '/tablet',
    '/tablet/*',
    '/sign-out',
    '/healthz',
    '/gallery',
    '/404',
    '/500',
  ]);
});

describe('at the door', () => {
  const visitors = [null, as('worker'), as('assessor'), as('manager')];
  test.each([
    ['/sign-in', 'enter', 'enter', 'enter', 'enter'],
    ['/gallery', 'enter', 'enter', 'enter', 'enter'],
    ['/404', 'enter', 'enter', 'enter', 'enter'],
    ['/', 'sign-in', 'enter', 'enter', 'enter'],
    ['/account', 'sign-in', 'enter', 'enter', 'enter'],
    ['/account/first-password', 'sign-in', 'enter', 'enter', 'enter'],
    ['/attempts/[attemptId]', 'sign-in', 'enter', 'enter', 'enter'],
    ['/api/attempts/[attemptId]/decisions', 'sign-in', 'enter', 'enter', 'enter'],
    ['/team', 'sign-in', 'not-found', 'enter', 'enter'],
    ['/team/[personId]', 'sign-in', 'not-found', 'enter', 'enter'],
    ['/team/[personId]/observe/[competency]', 'sign-in', 'not-found', 'enter', 'enter'],
    ['/team/new', 'sign-in', 'not-found', 'not-found', 'enter'],
    ['/try/[slug]', 'sign-in', 'not-found', 'enter', 'enter'],
    ['/teams', 'not-found', 'not-found', 'not-found', 'not-found'],
    ['/api/anything', 'not-found', 'not-found', 'not-found', 'not-found'],
    ['/_image', 'not-found', 'not-found', 'not-found', 'not-found'],
    ['/_actions/[...path]', 'not-found', 'not-found', 'not-found', 'not-found'],
    ['', 'not-found', 'not-found', 'not-found', 'not-found'],
  ])('%s: stranger %s, worker %s, assessor %s, manager %s', (pattern, ...expected) => {
    expect(visitors.map((visitor) => decideEntry(pattern, visitor))).toEqual(expected);
  });

  test('with a joining code everything leads to choosing a password', () => {
    const choosing = as('manager', true);
    const entered = Object.keys(routes)
      .map((pattern) => pattern.replace('/*', '/[id]'))
      .filter((pattern) => decideEntry(pattern, choosing) !== 'choose-password');
    expect(entered).toEqual(['/sign-out', '/404', '/500']);
    expect(decideEntry('/account/first-password', choosing)).toBe('enter');
    expect(decideEntry('/nowhere', choosing)).toBe('not-found');
  });
});
