import { expect, test } from 'vitest';
import { Sheet, sheetParts } from '../supervision/sheet.ts';
import { renameInSheet } from './rename-in-sheet.ts';

const saying = (title: string, ...says: string[]) =>
  JSON.stringify({
    ...{ at: '2026-01-01', policyVersion: 'met', role: 'Sam Lee' },
    ...Object.fromEntries(sheetParts.map((part) => [part, { lines: [], more: 0 }])),
    met: { lines: [{ tells: ['met'], title, says, href: '/people/met' }], more: 0 },
  });
const renamed = (stored: string, name: string, others: string[] = []) => {
  const text = renameInSheet(stored, name, 'Erased person', others);
  if (text === undefined) return undefined;
  const sheet = Sheet.parse(JSON.parse(text));
  return [sheet.met.lines[0]!.title, ...sheet.met.lines[0]!.says];
};

test('a name is replaced as whole words only, in what a sheet says', () => {
  const says = [
    'Sam Lee’s way, with Sam Leeson and Rosam Lee.',
    'Sam Lee-Jones, D’Sam Lee: ‘Sam  Lee’',
  ];
  expect(renamed(saying('Seen by Sam Lee on 1 May', ...says), 'Sam Lee')).toEqual([
    'Seen by Erased person on 1 May',
    'Erased person’s way, with Sam Leeson and Rosam Lee.',
    'Sam Lee-Jones, D’Sam Lee: ‘Erased person’',
  ]);
  expect(renamed(saying('Seen by Łukasz Ślązak', 'Łukasz Ślązaków'), 'Łukasz Ślązak')).toEqual([
    'Seen by Erased person',
    'Łukasz Ślązaków',
  ]);
  expect(renamed(saying('Seen by A. (B)', 'A+ (B)'), 'A. (B)')).toEqual([
    'Seen by Erased person',
    'A+ (B)',
  ]);
});

test('a name that is also a word of the sheet’s own changes nothing but what is said', () => {
  const stored = saying('met by all', 'more was met');
  const text = renameInSheet(stored, 'met', 'Erased person', [])!;
  expect(text).toBe(
    stored
      .replace('met by all', 'Erased person by all')
      .replace('more was met', 'more was Erased person'),
  );
});

test('the names of others stay: the same one, and one that it is a part of', () => {
  const stored = saying('Seen by Sam Lee', 'Sam Lee Brown and Sam Lee Brown Hill');
  expect(renamed(stored, 'Sam Lee', ['Sam  Lee '])).toBeUndefined();
  expect(renamed(stored, 'Sam Lee', ['Sam Lee Brown', 'Sam Lee Brown Hill', 'Ann'])).toEqual([
    'Seen by Erased person',
    'Sam Lee Brown and Sam Lee Brown Hill',
  ]);
  for (const nothing of ['no sheet of Sam Lee', '{"says":"Sam Lee"}', saying('Seen by Ann')])
    expect(renamed(nothing, 'Sam Lee')).toBeUndefined();
});
