import { describe, expect, test } from 'vitest';
import { policy } from '../../../tests/support/first-policy.ts';
import { BestAction } from '../scenario/decision.ts';
import { decision as write, option, worth } from '../../../tests/support/tiny-scenario.ts';
import { measureReliability, scoreAnchors, type AnchorScores } from './anchor-scores.ts';
import { toBand } from './count-ways.ts';
import type { FirstMove } from './first-move.ts';
import { flagItem } from './flag-items.ts';
import { foldDecision } from './fold-decision.ts';

const decision = BestAction.parse(
  write({
    best: option('on'),
    fair: option('on', { key: worth(0.5) }),
    odd: option('on', { key: worth(0) }),
    bad: option('on', { key: worth(0, ['IP-01']) }),
  }),
);
const worths: Record<string, number> = { best: 1, fair: 0.5, odd: 0, bad: 0 };

const move = (number: number, scene: string, choice: string, more: Partial<FirstMove> = {}) => ({
  ...{ attempt: `go-${number}`, step: 0, kind: 'decide' as const, scene, choice },
  offered: Object.keys(decision.options),
  confidence: null,
  worldBefore: { facts: {}, known: [], minutes: 0 },
  credit: worths[choice]!,
  harmful: choice === 'bad',
  ...more,
});
const anchor = (name: string) => ({
  ...{ name, scenes: [name], level: 2 as const, competency: 'IP-01', weight: 1 },
});
const anchors = ['one', 'two', 'three'].map(anchor);

/** Folds a decision from what each of some people chose there and at two other anchors. */
function foldFor(choices: string[], elsewhere: (number: number) => string = () => 'best') {
  const moves = choices.flatMap((choice, at) => [
    move(at, 'one', choice),
    move(at, 'two', elsewhere(at)),
    move(at, 'three', elsewhere(at)),
  ]);
  return foldDecision('one', decision, moves, scoreAnchors(moves, anchors), policy);
}
const people = (count: number, choice = 'best') => Array<string>(count).fill(choice);
const codes = (...parts: Parameters<typeof foldFor>) =>
  flagItem(foldFor(...parts), policy).map(({ code, options }) => [code, ...options].join(' '));

describe('silence', () => {
  test.each([
    [9, 'hidden'],
    [10, 'silent'],
    [29, 'silent'],
    [30, 'caution'],
    [99, 'caution'],
    [100, 'plain'],
  ])('with %i people a decision is %s', (count, said) => {
    const outcome = foldFor(people(count));
    expect(outcome.said).toBe(said);
    expect(outcome.people).toBe(count < 10 ? undefined : count);
    expect(outcome.figures !== undefined).toBe(count >= 30);
  });

  test.each([
    [29, 'silent', false],
    [30, 'caution', true],
    [99, 'caution', true],
    [100, 'plain', true],
  ])('with %i people reliability is %s', (count, voice, shown) => {
    const moves = people(count).flatMap((_, at) =>
      anchors.map(({ name }, index) => move(at, name, at % 5 > index ? 'best' : 'odd')),
    );
    const found = measureReliability(scoreAnchors(moves, anchors), policy.statistics);
    expect(found.voice).toBe(voice);
    expect(found.alpha !== undefined && found.error !== undefined).toBe(shown);
  });

  test('an option offered to fewer than thirty has no share, whatever the decision has', () => {
    const moves = people(40).map((choice, at) =>
      move(at, 'one', choice, { offered: at < 29 ? ['best', 'fair'] : ['best'] }),
    );
    const { figures } = foldDecision('one', decision, moves, scoreAnchors(moves, []), policy);
    expect(figures!.options.map(({ taken }) => taken?.of)).toEqual([
      40,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('how fewer than ten did elsewhere is never told through the option they chose', () => {
    const rests = (odd: number) =>
      foldFor([...people(40 - odd), ...people(odd, 'odd')], (at) =>
        at % 2 ? 'best' : 'fair',
      ).figures!.options.map(({ withRest }) => withRest !== undefined);
    expect(rests(9)).toEqual([false, false, false, false]);
    expect(rests(10)).toEqual([true, false, true, false]);
  });

  test('how sure people were is silent until thirty have said', () => {
    const said = (count: number) => {
      const moves = people(40).map((choice, at) =>
        move(at, 'one', choice, { confidence: at < count ? 'sure' : null }),
      );
      return foldDecision('one', decision, moves, scoreAnchors(moves, []), policy).figures!
        .confidence?.decisions;
    };
    expect([said(29), said(30)]).toEqual([undefined, 30]);
  });
});

describe('ways are counted in groups', () => {
  test.each([
    [0, 'fewer than 10 people', 0],
    [9, 'fewer than 10 people', 0],
    [10, '10 to 19 people', 3],
    [19, '10 to 19 people', 3],
    [42, '40 to 49 people', 10],
  ])('%i of 42 are %s', (count, words, width) => {
    expect(toBand(count, 42, 10)).toEqual({ words, width });
  });
});

describe('a decision is looked at again', () => {
  // Able people, every other one, choose soundly elsewhere.
  const able = (at: number) => at % 2 === 0;
  const elsewhere = (at: number) => (able(at) ? 'best' : 'odd');
  const each = (choose: (at: number) => string) => people(48).map((_, at) => choose(at));

  test('not where the able choose soundly and each option is chosen', () => {
    const sound = each((at) =>
      able(at) ? 'best' : (['fair', 'odd', 'bad', 'fair'] as const)[(at >> 1) % 4]!,
    );
    expect(codes(sound, elsewhere).filter((one) => !one.startsWith('harm'))).toEqual([]);
  });

  test('where its best option is chosen by those who do badly elsewhere', () => {
    expect(
      codes(
        each((at) => (able(at) ? 'odd' : 'best')),
        elsewhere,
      ),
    ).toEqual(['suspect-key', 'able-choose-it C', 'unused-option B D']);
  });

  test('where harm is chosen by one in five, and not by fewer', () => {
    const harms = (count: number) =>
      codes([...people(50 - count), ...people(count, 'bad')]).includes('harm-common');
    expect([harms(9), harms(10)]).toEqual([false, true]);
  });

  test('where hardly anybody or nearly everybody chooses soundly', () => {
    expect(codes(people(40, 'odd'))).toContain('too-hard');
    expect(codes(people(40))).toEqual(['too-easy', 'unused-option B C D']);
  });

  test('never from figures that are silent', () => {
    expect(codes(people(29, 'bad'))).toEqual([]);
  });
});

test('the decision itself is left out of the rest that it is compared with', () => {
  const moves = people(40).flatMap((_, at) => [
    move(at, 'one', at % 2 ? 'best' : 'odd'),
    move(at, 'two', at % 4 < 2 ? 'best' : 'odd'),
  ]);
  const scores: AnchorScores = scoreAnchors(moves, anchors.slice(0, 2));
  expect(scores.restOf('go-1', 'one')).toBe(1);
  const { figures } = foldDecision('one', decision, moves, scores, policy);
  expect(figures!.itemTotal).toBeCloseTo(0, 10);
});
