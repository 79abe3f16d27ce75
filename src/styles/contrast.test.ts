import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

type Scheme = Record<string, string>;

function coloursUnder(selector: string): Scheme {
  const from = css.indexOf(`${selector} {`);
  if (from < 0) throw new Error(`tokens.css has no rule for ${selector}`);
  const rule = css.slice(from, css.indexOf('}', from));
  return Object.fromEntries(
    [...rule.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, hex]) => [name!, hex!]),
  );
}

const light = coloursUnder(':root');
const dark = coloursUnder(":root:not([data-theme='light'])");
const chosenDark = coloursUnder(":root[data-theme='dark']");

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** The WCAG contrast ratio of two colours. */
function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

type Pairs = [foregrounds: string[], backgrounds: string[], least: number];

const grounds = ['paper', 'sheet'];
const washes = ['accent-wash', 'amber-wash', 'brick-wash'];

const pairs: Pairs[] = [
  [['ink', 'accent'], grounds, 7],
  [['ink'], washes, 7],
  [['ink-soft', 'accent-deep', 'amber', 'brick', 'brick-deep'], grounds, 4.5],
  [['ink-soft', 'accent', 'accent-deep'], ['accent-wash'], 4.5],
  [['amber'], ['amber-wash'], 4.5],
  [['brick', 'brick-deep'], ['brick-wash'], 4.5],
  [['on-accent'], ['accent', 'accent-deep', 'brick', 'brick-deep'], 4.5],
  [['edge', 'amber-edge', 'brick', 'accent', 'ink-soft'], grounds, 3],
  [['edge', 'accent'], ['accent-wash'], 3],
  [['amber-edge'], ['amber-wash'], 3],
  [['brick'], ['brick-wash'], 3],
  [['focus'], [...grounds, ...washes], 3],
];

const cases = pairs.flatMap(([foregrounds, backgrounds, least]) =>
  foregrounds.flatMap((front) => backgrounds.map((back) => [front, back, least] as const)),
);

describe.each([
  ['light', light],
  ['dark', dark],
  ['dark by choice', chosenDark],
] as const)('%s scheme', (_name, scheme) => {
  test.each(cases)('%s on %s is at least %d to 1', (front, back, least) => {
    expect(contrast(scheme[front]!, scheme[back]!)).toBeGreaterThanOrEqual(least);
  });
});

test('both ways into the dark scheme have the same colours', () => {
  expect(chosenDark).toEqual(dark);
});

test('no colour is left without a dark value', () => {
  expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort());
});

test('the ratio agrees with known values', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 2);
});
