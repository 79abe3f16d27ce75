import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CareCertificate, Competencies } from '../competency/frameworks.ts';
import { bearingOn, criteriaOf } from './criteria.ts';
import { sayProgress, standardsProgress } from './progress.ts';
import { standingBy, standingSignatures, type SignatureRow } from './standing-signatures.ts';

const folder = new URL('../../../scenarios/frameworks/', import.meta.url);
const read = (name: string): unknown => parse(readFileSync(new URL(name, folder), 'utf8'));
const certificate = CareCertificate.parse(read('care-certificate/2025.yaml'));
const map = Competencies.parse(read('competencies/0.1.yaml'));
const criteria = criteriaOf(certificate);

const row = (id: string, more: Partial<SignatureRow> = {}): SignatureRow => ({
  id,
  personId: 'amina',
  edition: '2025',
  criterion: 'CC-3.1a',
  kind: 'knowledge',
  assessorId: 'tom',
  observationId: null,
  words: 'Told me.',
  withdraws: null,
  at: `2026-11-0${id}T12:00:00.000Z`,
  correctedAt: null,
  ...more,
});

describe('the criteria that are shipped', () => {
  test('there are 207, each once, 53 of them of practice', () => {
    expect(criteria).toHaveLength(207);
    expect(new Set(criteria.map(({ id }) => id)).size).toBe(207);
    expect(criteria.filter(({ kind }) => kind === 'practice')).toHaveLength(53);
  });
  test('a number is shown only where it was read in this edition', () => {
    const shown = criteria.filter(({ code }) => code !== null);
    expect(shown.map(({ code }) => code)).toEqual([
      ...['9.1a', '9.1b', '9.1c', '9.1d', '9.1e', '9.2a', '9.2b', '9.3a', '9.3b'],
    ]);
    expect(shown.every(({ sure }) => sure === 'yes')).toBe(true);
  });
  test('no outcome of knowledge asks for practice, and every one of practice does', () => {
    for (const { outcomes } of Object.values(certificate.standards))
      for (const [id, { kind, criteria: under = {} }] of Object.entries(outcomes)) {
        const kinds = new Set(Object.values(under).map((one) => one.kind));
        if (kind === 'knowledge') expect([id, kinds.has('practice')]).toEqual([id, false]);
        // As far as its criteria are known to us, 7.3 asks for nothing to be seen.
        else if (id !== 'CC-7.3') expect([id, kinds.has('practice')]).toEqual([id, true]);
      }
  });
  test('whatever must be seen can be seen: a competency bears on it', () => {
    for (const { kind, outcome } of criteria)
      if (kind === 'practice') expect(bearingOn(map, outcome)).not.toEqual([]);
  });
  test('a criterion of another standard, or one that stands twice, is refused', () => {
    const file = read('care-certificate/2025.yaml') as {
      standards: Record<string, { outcomes: Record<string, { criteria: object }> }>;
    };
    const one = { statement: 'Say so', kind: 'knowledge', sure: 'memory' };
    const spoil = (name: string) => {
      const copy = structuredClone(file);
      copy.standards['3']!.outcomes['CC-3.2']!.criteria = { [name]: one };
      return CareCertificate.safeParse(copy).success;
    };
    expect(spoil('CC-3.2a')).toBe(true);
    expect(spoil('CC-4.1a')).toBe(false);
    expect(spoil('CC-3.1a')).toBe(false);
    expect(spoil('CC-3.2')).toBe(false);
  });
});

describe('standingSignatures', () => {
  test('the first that stands counts; one taken back stays with its reason', () => {
    const signatures = standingSignatures([
      row('1'),
      row('2', { withdraws: '1', words: 'Not her own words.' }),
      row('3'),
      row('4'),
    ]);
    expect(signatures.map(({ id, stands }) => [id, stands])).toEqual([
      ['1', false],
      ['3', true],
      ['4', true],
    ]);
    expect(signatures[0]!.withdrawal?.words).toBe('Not her own words.');
    expect(standingBy(signatures).get('CC-3.1a')?.id).toBe('3');
  });
  test('practice does not stand without an observation, nor on one that was corrected', () => {
    const practice = { kind: 'practice', criterion: 'CC-8.2a' } as const;
    const signatures = standingSignatures([
      row('1', practice),
      row('2', { ...practice, observationId: 'seen', correctedAt: '2026-11-03T12:00:00.000Z' }),
    ]);
    expect(standingBy(signatures).size).toBe(0);
    expect(
      standingBy(standingSignatures([row('3', { ...practice, observationId: 'seen' })])).size,
    ).toBe(1);
  });
});

describe('standardsProgress', () => {
  const duty = criteria.filter(({ standard }) => standard === '3');
  const signed = (ids: string[]) =>
    new Map(ids.map((id, at) => [id, { at: `2026-11-${10 + at}T12:00:00.000Z` }]));
  test('a standard is done once every criterion is signed, on the day of the last', () => {
    const all = duty.map(({ id }) => id);
    const [almost] = standardsProgress(duty, signed(all.slice(1)));
    expect(almost).toMatchObject({ signed: all.length - 1, doneAt: null });
    const [done] = standardsProgress(duty, signed(all));
    expect(done!.doneAt).toBe(`2026-11-${10 + all.length - 1}T12:00:00.000Z`);
    expect(sayProgress(done!)).toBe('Every criterion signed.');
  });
  test('what is left is said in words, told and seen apart', () => {
    expect(sayProgress(standardsProgress(duty, new Map())[0]!)).toBe(
      'Nothing signed yet: 14 to explain, 2 to be seen at work.',
    );
    expect(sayProgress(standardsProgress(duty, signed(['CC-3.3a']))[0]!)).toBe(
      '1 signed. Still 14 to explain, 1 to be seen at work.',
    );
  });
});
