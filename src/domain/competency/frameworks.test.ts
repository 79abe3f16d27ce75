import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CareCertificate, Competencies, LevelDescriptors, RoleCategories } from './frameworks.ts';

const folder = new URL('../../../scenarios/frameworks/', import.meta.url);
const read = (name: string): unknown => parse(readFileSync(new URL(name, folder), 'utf8'));

describe('competencies', () => {
  const { competencies } = Competencies.parse(read('competencies.yaml'));

  test('there are 28, numbered without a gap', () => {
    const expected = Array.from({ length: 28 }, (_, n) => `IP-${String(n + 1).padStart(2, '0')}`);
    expect(Object.keys(competencies)).toEqual(expected);
  });

  test('every Care Certificate outcome they name exists, and none goes unnamed', () => {
    const { standards } = CareCertificate.parse(read('care-certificate.yaml'));
    const outcomes = Object.values(standards).flatMap(({ outcomes }) => Object.keys(outcomes));
    const named = Object.values(competencies).flatMap(({ certificate }) => certificate);
    expect([...new Set(named)].sort()).toEqual([...outcomes].sort());
  });
});

describe('care certificate', () => {
  const { edition, standards } = CareCertificate.parse(read('care-certificate.yaml'));

  test('the 2025 edition has 16 standards', () => {
    expect(edition).toBe(2025);
    expect(Object.keys(standards)).toEqual(Array.from({ length: 16 }, (_, n) => String(n + 1)));
  });

  test('there are 62 outcomes, each under the standard that its id names', () => {
    const homes = Object.entries(standards).flatMap(([number, { outcomes }]) =>
      Object.keys(outcomes).map((id) => [number, id] as const),
    );
    expect(homes).toHaveLength(62);
    for (const [number, id] of homes) expect(id).toMatch(new RegExp(`^CC-${number}[.-]`));
  });
});

describe('level descriptors', () => {
  const file = LevelDescriptors.parse(read('level-descriptors.yaml'));
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
  const file = read('role-categories.yaml');

  test('there are eight', () => {
    expect(Object.keys(RoleCategories.parse(file).categories)).toHaveLength(8);
  });

  test('a field that nobody declared is refused', () => {
    expect(RoleCategories.safeParse({ ...(file as object), note: 'extra' }).success).toBe(false);
  });
});
