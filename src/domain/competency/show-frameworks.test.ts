import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { Cqc } from './cqc.ts';
import { CareCertificate, Competencies, RoleCategories } from './frameworks.ts';
import { showCertificate, showCqc, showMap, showRoles } from './show-frameworks.ts';
import { countUnsure } from './shown-edition.ts';

const folder = new URL('../../../scenarios/frameworks/', import.meta.url);
const read = (name: string): unknown =>
  parse(readFileSync(new URL(`${name}.yaml`, folder), 'utf8'));
const certificate = CareCertificate.parse(read('care-certificate/2025'));
const competencies = Competencies.parse(read('competencies/0.1'));
const cqc = Cqc.parse(read('cqc/2023-11'));

test('every outcome of the Care Certificate has its confirmed code or says that it has none', () => {
  const lines = showCertificate(certificate).parts.flatMap((part) => part.lines);
  expect(lines).toHaveLength(62);
  for (const { code, unsure } of lines)
    expect(unsure).toBe(code ? null : 'Code not confirmed for this edition');
  expect(lines.flatMap(({ code }) => code ?? [])).toEqual(['9.1', '9.2', '9.3']);
});

test('a title that is not confirmed says so and is counted with its outcomes', () => {
  const part = showCertificate(certificate).parts[7]!;
  expect(part.unsure).toBe('Title not confirmed for this edition');
  expect(countUnsure(part)).toBe(part.lines.length + 1);
});

test('a role says which of its fields are not confirmed', () => {
  const [roles] = showRoles(RoleCategories.parse(read('role-categories/2025-04-09'))).parts;
  const unsure = Object.fromEntries(roles!.lines.map((line) => [line.title, line.unsure]));
  expect(unsure['Care or support worker']).toBeNull();
  expect(unsure['Personal assistant']).toBe(
    'Not confirmed for this edition: what they do, whether it is direct care',
  );
});

test('a statement names the competencies that bear on it, as our reading', () => {
  const caring = showCqc(cqc, competencies).parts.find(({ title }) => title === 'Caring')!;
  expect(caring.lines[4]).toEqual({
    code: null,
    title: 'Workforce wellbeing and enablement',
    says: ['Those who care are looked after as well.', 'By our reading: Learning and improving.'],
    unsure: 'Name not confirmed for this edition',
  });
});

test('a competency names standards, key questions and what is not confirmed', () => {
  const [line] = showMap(competencies, certificate, cqc).parts[0]!.lines;
  expect(line!.says.slice(1)).toEqual([
    'Care Certificate 2025: 5 Work in a person-centred way; 9 Awareness of mental health and dementia; 13 Health and safety.',
    'Care Quality Commission: Safe; Effective; Caring.',
  ]);
  expect(line!.unsure).toBe('3 of 5 outcome codes not confirmed for edition 2025');
});
