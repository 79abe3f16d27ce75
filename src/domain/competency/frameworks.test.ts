import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Cqc } from './cqc.ts';
import { outcomesOf } from './editions.ts';
import { CareCertificate, Competencies, LevelDescriptors, RoleCategories } from './frameworks.ts';

const folder = new URL('../../../scenarios/frameworks/', import.meta.url);
const read = (name: string): unknown =>
  parse(readFileSync(new URL(`${name}.yaml`, folder), 'utf8'));
const certificate = CareCertificate.parse(read('care-certificate/2025'));
const { competencies } = Competencies.parse(read('competencies/0.1'));

describe('competencies', () => {
  test('there are 28, numbered without a gap', () => {
    const expected = Array.from({ length: 28 }, (_, n) => `IP-${String(n + 1).padStart(2, '0')}`);
    expect(Object.keys(competencies)).toEqual(expected);
  });

  test('every Care Certificate outcome they name exists, and none goes unnamed', () => {
    const named = Object.values(competencies).flatMap((one) => one.certificate);
    expect([...new Set(named)].sort()).toEqual(outcomesOf(certificate).sort());
  });
});

describe('care certificate', () => {
  test('the 2025 edition has 16 standards and 62 outcomes', () => {
    expect(certificate.edition).toBe('2025');
    expect(Object.keys(certificate.standards)).toEqual(
      Array.from({ length: 16 }, (_, n) => String(n + 1)),
    );
    expect(outcomesOf(certificate)).toHaveLength(62);
  });

  test('only what was read in the 2025 text is sure: 9.1 to 9.3, and 15 titles', () => {
    const standards = Object.entries(certificate.standards);
    const sure = standards
      .flatMap(([, { outcomes }]) => Object.entries(outcomes))
      .filter(([, outcome]) => outcome.sure === 'yes');
    expect(sure.map(([id]) => id)).toEqual(['CC-9.1', 'CC-9.2', 'CC-9.3']);
    const unsure = standards.filter(([, standard]) => standard.sure === 'no');
    expect(unsure.map(([number]) => number)).toEqual(['8']);
  });
});

describe('level descriptors', () => {
  const file = LevelDescriptors.parse(read('level-descriptors/2024-07'));
  const indicators = Object.entries(file.indicators);

  test.each([
    ['knowledge-and-understanding', 5, 5],
    ['skills', 5, 6],
    ['occupational-competence', 3, 3],
    ['autonomy-and-accountability', 4, 5],
  ])('%s has %i indicators of level 2 and %i of level 3', (strand, two, three) => {
    const ofLevel = (level: number) =>
      indicators.filter(([, one]) => one.strand === strand && one.level === level);
    expect(ofLevel(2)).toHaveLength(two);
    expect(ofLevel(3)).toHaveLength(three);
  });

  test('every id begins with its level and the first letter of its strand', () => {
    for (const [id, { level, strand }] of indicators) {
      expect(id.slice(0, -1)).toBe(`L${level}-${strand.charAt(0).toUpperCase()}`);
    }
  });
});

describe('role categories', () => {
  const file = read('role-categories/2025-04-09');
  const { categories, values } = RoleCategories.parse(file);

  test('there are eight, four of them since 2024, and seven values', () => {
    expect(Object.keys(categories)).toHaveLength(8);
    expect(Object.values(categories).filter(({ since }) => since < '2025')).toHaveLength(4);
    expect(Object.keys(values)).toHaveLength(7);
  });

  test('direct care is our reading for the four of 2025, and only for them', () => {
    for (const { since, unsure } of Object.values(categories))
      expect(unsure.includes('direct-care')).toBe(since >= '2025');
  });

  test('a field that nobody declared is refused', () => {
    expect(RoleCategories.safeParse({ ...(file as object), note: 'extra' }).success).toBe(false);
  });
});

describe('what the CQC asks', () => {
  const { 'key-questions': questions, links, changing } = Cqc.parse(read('cqc/2023-11'));

  test.each([
    ['Safe', 8, 'yes'],
    ['Effective', 6, 'no'],
    ['Caring', 5, 'no'],
    ['Responsive', 7, 'no'],
    ['Well-led', 8, 'no'],
  ])('%s has %i statements, their names sure: %s', (question, count, sure) => {
    const statements = Object.entries(questions[question]!.statements);
    expect(statements).toHaveLength(count);
    for (const [id, one] of statements) {
      expect(id).toMatch(new RegExp(`^QS-${question.charAt(0)}\\d$`));
      expect(one.sure).toBe(sure);
    }
  });

  test('it says that it is being replaced', () => {
    expect(Object.keys(questions)).toHaveLength(5);
    expect(changing).toMatch(/being replaced/);
  });

  test('every competency bears on a statement', () => {
    expect(Object.keys(links)).toEqual(Object.keys(competencies));
  });
});

test('every field of a framework has a sentence above it', () => {
  for (const name of readdirSync(import.meta.dirname)) {
    if (!['frameworks.ts', 'cqc.ts', 'heading.ts'].includes(name)) continue;
    const lines = readFileSync(new URL(name, import.meta.url), 'utf8').split('\n');
    const fields = lines.flatMap((line, at) =>
      /^\s+('[a-z0-9-]+'|[a-z]+): (z|text|heading|sure)\b|^\s+(sure|text),$/.test(line) ? [at] : [],
    );
    expect(fields.length, name).toBeGreaterThan(5);
    for (const at of fields)
      if (!lines[at - 1]!.endsWith('z.record('))
        expect(lines[at - 1], `${name}:${at + 1} ${lines[at]}`).toMatch(/\*\/$/);
  }
});
