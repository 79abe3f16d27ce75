import { describe, expect, test } from 'vitest';
import { citedStandards, sayUnconfirmed } from './cited-standards.ts';
import { citedEdition, newestFirst, officialCode, sayEdition } from './editions.ts';
import type { CareCertificate } from './frameworks.ts';

const edition = (year: string): CareCertificate => ({
  title: 'The Care Certificate',
  publisher: 'Nobody',
  edition: year,
  about: `Of ${year}.`,
  confidence: 'Made up.',
  sources: [],
  standards: {
    1: {
      title: 'Understand your role',
      sure: 'yes',
      outcomes: {
        'CC-1.1': { statement: 'Know one thing', kind: 'knowledge', sure: 'yes' },
        'CC-1.2': { statement: 'Do one thing', kind: 'practice', sure: 'no' },
      },
    },
    8: {
      title: 'Nutrition',
      sure: 'no',
      outcomes: { 'CC-8-EAT': { statement: 'Know food', kind: 'mixed', sure: 'yes' } },
    },
  },
});

test.each([
  [['2015', '2025'], '2025'],
  [['0.9', '0.10', '0.2'], '0.10'],
  [['2025-04-09', '2024-01-10'], '2025-04-09'],
])('of %j the newest is %s', (editions, newest) => {
  expect(newestFirst(editions.map((one) => ({ edition: one })))[0]!.edition).toBe(newest);
});

test.each([
  ['2025', '2025'],
  ['0.1', '0.1'],
  ['2024-07', 'July 2024'],
  ['2025-04-09', '9 April 2025'],
])('the edition %s is said as %s', (written, said) => {
  expect(sayEdition(written)).toBe(said);
});

test.each([
  ['CC-9.1', 'yes', '9.1'],
  ['CC-9.1', 'no', null],
  ['CC-16-1', 'yes', null],
  ['CC-5-MCA', 'no', null],
] as const)('the official code of %s, sure: %s, is %s', (id, sure, code) => {
  expect(officialCode(id, { sure })).toBe(code);
});

describe('what a scenario cites', () => {
  const editions = [edition('2025'), edition('2015')];

  test.each([
    [undefined, '2025'],
    ['2025', '2025'],
    ['2015', '2015'],
    ['2019', undefined],
  ])('naming %s: %s', (named, expected) => {
    const scenario = { certificate: ['CC-1.1'], 'certificate-edition': named };
    expect(citedEdition(editions, scenario)?.edition).toBe(expected);
  });

  test('codes that are not confirmed are counted and not shown', () => {
    expect(citedStandards(editions[0]!, ['CC-1.1', 'CC-1.2', 'CC-8-EAT'])).toEqual({
      edition: '2025',
      standards: [
        { number: '1', title: 'Understand your role', confirmed: true },
        { number: '8', title: 'Nutrition', confirmed: false },
      ],
      codes: ['1.1'],
      unconfirmed: 2,
    });
  });
  test.each([
    [['CC-1.1'], null],
    [['CC-1.2'], 'No outcome code confirmed for edition 2025'],
    [['CC-1.1', 'CC-1.2'], '1 of 2 outcome codes not confirmed for edition 2025'],
  ])('of %j is said: %s', (cited, said) => {
    expect(sayUnconfirmed(citedStandards(editions[0]!, cited))).toBe(said);
  });
});
