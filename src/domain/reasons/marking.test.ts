import { describe, expect, test } from 'vitest';
import { policy } from '../../../tests/support/first-policy.ts';
import { compareMarks, type MarkedText } from './compare-marks.ts';
import { concludeMarks, type MarkOf } from './conclude-marks.ts';
import { isDrawnForSecond } from './draw-second.ts';
import { markingStage, mayCompare } from './marking-stage.ts';
import { sayAge } from './say-age.ts';

describe('what marks come to', () => {
  test.each<[MarkOf[], string]>([
    [['shown', 'shown'], 'shown'],
    [['shown', 'partly'], 'shown'],
    [['shown', 'partly', 'partly'], 'not-yet'],
    [['partly', 'partly'], 'not-yet'],
    [['shown', 'shown', 'shown', 'not-shown'], 'not-yet'],
    [[], 'not-yet'],
  ])('%o is %s', (marks, outcome) => {
    expect(concludeMarks(marks, policy.marking)).toBe(outcome);
  });

  test('the share is the policy’s', () => {
    const strict = { ...policy.marking, shown: 1 };
    expect(concludeMarks(['shown', 'partly'], strict)).toBe('not-yet');
  });
});

describe('which are marked twice', () => {
  const ids = Array.from(
    { length: 5000 },
    (_, at) => `0193a5f0-${String(at).padStart(4, '0')}-7abc-8def-00112233${at % 97}`,
  );
  test.each([0, 0.2, 0.5, 1])('about %s of all, the same ones every time', (share) => {
    const drawn = ids.filter((id) => isDrawnForSecond(id, share));
    expect(Math.abs(drawn.length / ids.length - share)).toBeLessThan(0.02);
    expect(ids.filter((id) => isDrawnForSecond(id, share))).toEqual(drawn);
  });

  test('a larger share draws all that a smaller one draws', () => {
    const few = ids.filter((id) => isDrawnForSecond(id, 0.2));
    expect(few.every((id) => isDrawnForSecond(id, 0.3))).toBe(true);
  });
});

describe('how far the marking has come', () => {
  const one = { round: 1, markerId: 'tom', outcome: 'shown' } as const;
  const alike = { round: 2, markerId: 'pat', outcome: 'shown' } as const;
  const apart = { round: 2, markerId: 'pat', outcome: 'not-yet' } as const;

  test('each step', () => {
    expect(markingStage([], true, false)).toBe('unmarked');
    expect(markingStage([one], false, false)).toBe('done');
    expect(markingStage([one], true, false)).toBe('second-due');
    expect(markingStage([apart, one], true, false)).toBe('differ');
    expect(markingStage([one, apart], false, false)).toBe('differ');
    expect(markingStage([one, apart], true, true)).toBe('done');
    expect(markingStage([one, alike], true, false)).toBe('done');
  });

  test('the first marks are shown to who made them, and to others when the second are in', () => {
    expect(mayCompare('second-due', [one], 'tom')).toBe(true);
    expect(mayCompare('second-due', [one], 'pat')).toBe(false);
    expect(mayCompare('differ', [one, apart], 'pat')).toBe(true);
    expect(mayCompare('done', [one], 'grace')).toBe(true);
  });
});

describe('agreement of two markers', () => {
  const text = (moveId: string, round: number, marks: MarkOf[]): MarkedText => ({
    moveId,
    round,
    marks: marks.map((mark, at) => ({ indicator: `L3-K${at}`, mark })),
  });
  const twice = (id: string, first: MarkOf[], second: MarkOf[]) => [
    text(id, 2, second),
    text(id, 1, first),
  ];
  const many = (number: number, first: MarkOf[], second: MarkOf[], name = 'text') =>
    Array.from({ length: number }, (_, at) => twice(`${name} ${at}`, first, second)).flat();

  test('is silent under as many pairs as the policy says, and counts only what both marked', () => {
    const few = compareMarks(many(14, ['shown', 'partly'], ['shown', 'shown']), policy);
    expect(few).toEqual({
      ...{ texts: 14, pairs: 28, voice: 'silent', enough: false },
      ...{ exact: undefined, kappa: undefined },
    });
    const alone = [text('alone', 1, ['shown']), ...twice('short', ['shown'], ['shown', 'partly'])];
    expect(compareMarks(alone, policy)).toMatchObject({ texts: 1, pairs: 1 });
  });

  // The table of the method: [[46,0,0],[4,40,0],[0,0,10]], first markers in rows.
  test('is kappa by the square, and exact agreement', () => {
    const all = [
      ...many(46, ['not-shown'], ['not-shown'], 'a'),
      ...many(4, ['partly'], ['not-shown'], 'b'),
      ...many(40, ['partly'], ['partly'], 'c'),
      ...many(10, ['shown'], ['shown'], 'd'),
    ];
    const { kappa, exact, voice, enough } = compareMarks(all, policy);
    expect(kappa).toBeCloseTo(0.9541, 4);
    expect([exact, voice, enough]).toEqual([0.96, 'plain', true]);
  });

  test('who agree by chance alone do not agree enough', () => {
    const mixed = [
      ...many(20, ['shown', 'not-shown'], ['not-shown', 'shown'], 'a'),
      ...many(5, ['shown'], ['shown'], 'b'),
    ];
    expect(compareMarks(mixed, policy)).toMatchObject({ voice: 'caution', enough: false });
  });

  test('where all is marked alike there is no kappa, and exact agreement speaks', () => {
    const same = compareMarks(many(30, ['shown'], ['shown']), policy);
    expect(same).toMatchObject({ kappa: undefined, exact: 1, enough: true });
  });
});

test.each([
  ['2026-11-22T01:00:00.000Z', 'since today'],
  ['2026-11-21T23:30:00.000Z', 'since yesterday'],
  ['2026-11-17T09:00:00.000Z', '5 days'],
  ['2026-11-01T09:00:00.000Z', '3 weeks'],
  ['2026-08-01T09:00:00.000Z', '3 months'],
])('what came at %s has waited %s', (since, words) => {
  expect(sayAge(since, '2026-11-22T12:00:00.000Z')).toBe(words);
});
