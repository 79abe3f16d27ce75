import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkAvoided } from '#domain/scenario/check/check-avoided.ts';
import { readStyleIn } from './read-style.ts';

const shipped = join(import.meta.dirname, '../../../scenarios');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'in-practice-style-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const write = (text: string) => writeFile(join(folder, 'style.yaml'), text);

test.each([
  'He is a vulnerable adult.',
  'Her challenging behaviour began again.',
  'He was compliant with his tablets.',
  'She has been non-compliant all week.',
  'She is only attention-seeking.',
  'He is just attention seeking.',
  'He suffers from dementia.',
])('the shipped list knows a label: %s', async (text) => {
  const style = await readStyleIn(shipped);
  expect(checkAvoided([{ path: ['summary'], text, part: 'front' }], style)).toHaveLength(1);
});

test('the shipped lists are in order and say nothing twice', async () => {
  const { 'care-terms': terms, avoid } = await readStyleIn(shipped);
  const words = avoid.flatMap((entry) => entry.words);
  expect(terms).toEqual([...new Set(terms)].sort());
  expect(new Set(words).size).toBe(words.length);
});

test.each([
  [
    'a term of two words',
    'care-terms: [care plan]\navoid: [{ words: [ab], instead: Say it so. }]',
    '1:14',
  ],
  ['nothing to say instead', 'care-terms: [care]\navoid: [{ words: [compliant] }]', '2:9'],
  [
    'no sentence to say instead',
    'care-terms: [care]\navoid: [{ words: [ab], instead: no }]',
    '2:33',
  ],
])('%s is refused, with its place', async (_, text, place) => {
  await write(text);
  await expect(readStyleIn(folder)).rejects.toThrow(`style.yaml:${place} wrong-shape`);
});

test('no file is refused', async () => {
  await expect(readStyleIn(folder)).rejects.toThrow('ENOENT');
});
