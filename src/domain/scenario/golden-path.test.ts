import { expect, test } from 'vitest';
import {
  claimName,
  compareResults,
  GoldenPaths,
  writtenScore,
  type GoldenResult,
} from './golden-path.ts';

const result: GoldenResult = {
  ending: 'end',
  feel: 'well',
  claims: { 'IP-01 level 2': 0.5 },
  harm: ['hall shove', 'stairs push'],
  recovered: [],
};

test.each<[string, Partial<GoldenResult>, (string | number)[], RegExp]>([
  ['the ending', { ending: 'other' }, ['ending'], /other.*end\.$/],
  ['how it turns out', { feel: 'hard' }, ['feel'], /hard.*well/],
  [
    'a total',
    { claims: { 'IP-01 level 2': 0.501 } },
    ['claims', 'IP-01 level 2'],
    /0\.501.*says 0\.5\./,
  ],
  ['a total that is not there', { claims: {} }, ['claims', 'IP-01 level 2'], /none.*0\.5/],
  [
    'a total that is not written',
    { claims: { ...result.claims, 'IP-02 level 3': 1 } },
    ['claims', 'IP-02 level 3'],
    /1.*none/,
  ],
  ['harm', { harm: ['hall shove'] }, ['harm'], /is hall shove,.*says hall shove, stairs push/],
  ['the order of harm', { harm: result.harm.toReversed() }, ['harm'], /stairs push, hall shove/],
  ['what is put right', { recovered: ['hall mend'] }, ['recovered'], /hall mend.*nothing/],
])('a difference in %s is told, and nothing else', (_, change, path, message) => {
  const differences = compareResults(result, { ...result, ...change });
  expect(differences.map((one) => one.path)).toEqual([path]);
  expect(differences[0]!.message).toMatch(message);
});

test('the same result differs in nothing', () => {
  expect(compareResults(result, structuredClone(result))).toEqual([]);
});

test('claims and totals as they are written', () => {
  expect(claimName({ competency: 'IP-05', level: 3 })).toBe('IP-05 level 3');
  expect([1 / 3, 0.5625, 1].map(writtenScore)).toEqual([0.333, 0.563, 1]);
});

test.each<[string, unknown]>([
  ['a path without moves', { paths: [{ name: 'kim', moves: [], result }] }],
  ['a path without a result', { paths: [{ name: 'kim', moves: ['go-on'] }] }],
  ['a field nobody knows', { paths: [{ name: 'kim', moves: ['go-on'], result, why: 'x' }] }],
  [
    'a total for no claim',
    { paths: [{ name: 'kim', moves: ['go-on'], result: { ...result, claims: { 'IP-01': 1 } } }] },
  ],
  ['no list', []],
])('%s is refused', (_, written) => {
  expect(GoldenPaths.safeParse(written).success).toBe(false);
});
