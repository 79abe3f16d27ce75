import { describe, expect, test } from 'vitest';
import { policy } from '../../../tests/support/first-policy.ts';
import { calibrate, type SaidSure } from './confidence.ts';
import { leaningOf } from './leaning.ts';
import { commonOdds } from './mantel-haenszel.ts';
import { keyByPanel, withinGroup, type PanelRating } from './panel.ts';
import { mayShowGroup, voiceFor } from './silence.ts';

/** Ten raters who say these, the first so many of whom see harm. */
const rated = (ratings: number[], harms = 0): PanelRating[] =>
  ratings.map((effective, at) => ({ rater: `r${at}`, effective, harms: at < harms }));
const ten = (rating: number) => Array<number>(10).fill(rating);

describe('a panel', () => {
  test('agrees within the group as the method says', () => {
    expect(withinGroup([4, 4, 5, 4, 3])).toBeCloseTo(0.75, 10);
    expect(withinGroup([1, 5, 1, 5])).toBeLessThan(0);
  });

  test('gives credit in quarters, from the least to the most effective', () => {
    const ratings = { a: rated(ten(5)), b: rated(ten(3)), c: rated(ten(1), 10), d: rated(ten(4)) };
    expect(keyByPanel(ratings, policy.panel)).toEqual({
      agreed: true,
      credit: { a: 1, b: 0.5, c: 0, d: 0.75 },
      harmful: ['c'],
    });
  });

  test.each<[string, Record<string, PanelRating[]>, string]>([
    ['nine raters', { a: rated(ten(5).slice(1)), b: rated(ten(1)) }, 'too-few'],
    [
      'raters who fall apart',
      { a: rated([1, 5, 1, 5, 1, 5, 1, 5, 1, 5]), b: rated(ten(1)) },
      'apart',
    ],
    ['three of ten who see harm', { a: rated(ten(5)), b: rated(ten(1), 3) }, 'about-harm'],
    ['options that are all alike', { a: rated(ten(3)), b: rated(ten(3)) }, 'does-not-discriminate'],
  ])('agrees on nothing with %s', (_, ratings, why) => {
    expect(keyByPanel(ratings, policy.panel)).toEqual({ agreed: false, why });
  });

  test('two of ten who see harm do not stop it, nor make it harm', () => {
    expect(keyByPanel({ a: rated(ten(5)), b: rated(ten(1), 2) }, policy.panel)).toMatchObject({
      agreed: true,
      harmful: [],
    });
  });
});

describe('how sure and how sound', () => {
  const said = (sureness: SaidSure['sureness'], credit: number, harmful = false): SaidSure => ({
    sureness,
    credit,
    harmful,
  });

  test('the two are compared, and the two cells for coaching are counted', () => {
    const found = calibrate(
      [said('sure', 0, true), said('sure', 1), said('unsure', 1), said('fairly-sure', 0.5)],
      policy.confidence,
    )!;
    expect(found).toMatchObject({ decisions: 4, sureAndHarmful: 1, unsureAndRight: 1 });
    expect(found.calibration).toBeCloseTo((0.95 + 0.95 + 0.4 + 0.7) / 4 - 2.5 / 4, 10);
    expect(found.brier).toBeCloseTo((0.9025 + 0.0025 + 0.36 + 0.04) / 4, 10);
  });

  test('nothing is said of somebody who never said', () => {
    expect(calibrate([], policy.confidence)).toBeUndefined();
  });
});

describe('an observer beside others', () => {
  const rate = (observer: string, subject: string, rating: number) => ({
    observer,
    subject,
    rating,
  });
  const ratings = [
    rate('a', 'x', 2),
    rate('b', 'x', 4),
    rate('a', 'y', 3),
    rate('b', 'y', 3),
    rate('c', 'y', 5),
    rate('a', 'z', 1),
  ];

  test('is compared only where others saw the same person', () => {
    expect(leaningOf('a', ratings)).toEqual({ leaning: (-2 + -1) / 2, compared: 2 });
  });

  test('is not compared with nobody', () => {
    expect(leaningOf('a', [rate('a', 'x', 2)])).toBeUndefined();
  });
});

describe('two groups at the same total', () => {
  const stratum = (a: number, b: number, c: number, d: number) => ({
    focal: { right: a, wrong: b },
    reference: { right: c, wrong: d },
  });

  test('are alike where each stratum is', () => {
    expect(commonOdds([stratum(5, 5, 10, 10), stratum(8, 2, 16, 4)])).toEqual({
      odds: 1,
      people: 60,
    });
  });

  test('differ where one finds it easier at every total', () => {
    expect(commonOdds([stratum(2, 8, 8, 2)])!.odds).toBeCloseTo(16, 10);
  });

  test('cannot be compared where nobody was wrong', () => {
    expect(commonOdds([stratum(5, 0, 5, 0)])).toBeUndefined();
  });
});

test('few people are not spoken of, and small groups never shown', () => {
  const voice = (people: number) => voiceFor(people, policy.statistics);
  expect([29, 30, 99, 100].map(voice)).toEqual(['silent', 'caution', 'caution', 'plain']);
  expect([9, 10].map((people) => mayShowGroup(people, policy.statistics))).toEqual([false, true]);
});
