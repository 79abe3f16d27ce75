import { describe, expect, test } from 'vitest';
import { policy } from '../../../tests/support/first-policy.ts';
import {
  choiceOf,
  fromArrows,
  levelThree,
  publish,
  tinyScenario,
  type DecisionInput,
  type ScenarioInput,
} from '../../../tests/support/tiny-scenario.ts';
import type { Anchor } from './anchors.ts';
import { countReached, measureCoverage, type Story } from './coverage.ts';
import type { Level } from './words.ts';

const three: Partial<DecisionInput> = levelThree;
const routineThree: Partial<DecisionInput> = { ...levelThree, routine: true };

/** A scenario whose decisions are each an anchor of IP-01 at its own level. */
function story(
  slug: string,
  decisions: Partial<DecisionInput>[],
  more: Partial<ScenarioInput> = {},
): Story {
  const scenes = decisions.map((one, at) => [`d${at}`, { decision: choiceOf(['end'], one) }]);
  const scenario = tinyScenario(
    { ...Object.fromEntries(scenes), end: { ending: 'well' } },
    { title: `Story ${slug}`, ...more },
  );
  const anchors = decisions.map(({ level = 2 }, at) => anchor(`d${at}`, level, [`d${at}`]));
  return { slug, scenario, anchors };
}

const anchor = (name: string, level: Level, scenes: string[], competency = 'IP-01'): Anchor => ({
  ...{ name, level, scenes, competency },
  weight: 1,
});

const times = (number: number, one: Partial<DecisionInput>) => Array<typeof one>(number).fill(one);

const measure = (stories: Story[], level: Level, competency = 'IP-01') =>
  measureCoverage(stories, policy, ['IP-01', 'IP-02']).find(
    (one) => one.level === level && one.competency === competency,
  )!;

test('an empty library gives nothing, and says what is needed', () => {
  const coverage = measureCoverage([], policy, ['IP-01', 'IP-02']);
  expect(coverage.map(({ competency, level }) => `${competency} ${level}`)).toEqual([
    'IP-01 2',
    'IP-01 3',
    'IP-02 2',
    'IP-02 3',
  ]);
  const needs = { anchors: 12, scenarios: 4, nonRoutine: 6 };
  expect(coverage[1]).toEqual({
    ...{ competency: 'IP-01', level: 3, anchors: 0, scenarios: 0, nonRoutine: 0 },
    ...{ needs, missing: needs, share: 0, enough: false, from: [], inDraft: [] },
  });
  expect(countReached(coverage)).toEqual({ 2: 0, 3: 0 });
});

describe('what is missing', () => {
  test.each<[string, Level, Partial<DecisionInput>[][], object, number]>([
    ['nothing', 2, [times(3, {}), times(3, {}), times(2, {})], {}, 1],
    ['nothing where there is more', 2, [1, 2, 3, 4].map(() => times(5, {})), {}, 1],
    ['a decision', 2, [times(3, {}), times(3, {}), times(1, {})], { anchors: 1 }, 7 / 8],
    ['a scenario', 2, [times(4, {}), times(4, {})], { scenarios: 1 }, 2 / 3],
    [
      'nothing of level 3 where there is more',
      3,
      [1, 2, 3, 4, 5].map(() => times(4, three)),
      {},
      1,
    ],
    ['nothing of level 3', 3, [1, 2, 3, 4].map(() => times(3, three)), {}, 1],
    [
      'what is not routine',
      3,
      [
        times(3, three),
        [...times(2, three), routineThree],
        times(3, routineThree),
        times(3, routineThree),
      ],
      { nonRoutine: 1 },
      5 / 6,
    ],
    [
      'all of level 3 where every decision is of level 2',
      3,
      [times(9, {}), times(9, {})],
      { anchors: 12, scenarios: 4, nonRoutine: 6 },
      0,
    ],
  ])('%s', (_, level, each, missing, share) => {
    const stories = each.map((decisions, at) => story(`s${at}`, decisions));
    const measured = measure(stories, level);
    expect(measured.missing).toEqual({ anchors: 0, scenarios: 0, nonRoutine: 0, ...missing });
    expect(measured.share).toBeCloseTo(share, 12);
    expect(measured.enough).toBe(share === 1);
  });
});

test('a level 3 decision supports level 2 of the same competency, and of no other', () => {
  const stories = [story('a', [...times(2, three), {}])];
  expect(measure(stories, 2)).toMatchObject({ anchors: 3, scenarios: 1 });
  expect(measure(stories, 3)).toMatchObject({ anchors: 2, scenarios: 1, nonRoutine: 2 });
  expect(measure(stories, 2, 'IP-02')).toMatchObject({ anchors: 0, scenarios: 0, from: [] });
});

test('only what every path meets counts, as the anchors of a version say', () => {
  const scenario = fromArrows('S>A A>B,End B>End', { a: three, b: three });
  expect(measure([publish(scenario)], 2)).toMatchObject({ anchors: 1, scenarios: 1 });
  // Only level 2 is claimed, so nothing of it speaks for level 3.
  expect(measure([publish(scenario)], 3).anchors).toBe(0);
});

test('drafts are counted apart', () => {
  const stories = [story('a', times(2, {})), story('b', times(3, {}), { status: 'draft' })];
  expect(measure(stories, 2)).toMatchObject({
    ...{ anchors: 2, scenarios: 1, missing: { anchors: 6, scenarios: 2 } },
    from: [{ slug: 'a', title: 'Story a', anchors: 2, nonRoutine: 0 }],
    inDraft: [{ slug: 'b', title: 'Story b', anchors: 3, nonRoutine: 0 }],
  });
});

test('those that give most come first', () => {
  const stories = [story('b', times(2, {})), story('c', times(5, {})), story('a', times(2, {}))];
  expect(measure(stories, 2).from.map(({ slug }) => slug)).toEqual(['c', 'a', 'b']);
});

test('of decisions that stand for one another, one that is routine makes it routine', () => {
  const { scenario } = story('a', [three, routineThree]);
  const either = [anchor('either', 3, ['d0', 'd1'])];
  expect(measure([{ slug: 'a', scenario, anchors: either }], 3)).toMatchObject({
    ...{ anchors: 1, nonRoutine: 0 },
  });
});

test('reached are the competencies with enough, level by level', () => {
  const stories = [1, 2, 3, 4].map((at) => story(`s${at}`, times(3, three)));
  expect(countReached(measureCoverage(stories, policy, ['IP-01', 'IP-02']))).toEqual({
    2: 1,
    3: 1,
  });
  const fewer = stories.slice(1);
  expect(countReached(measureCoverage(fewer, policy, ['IP-01', 'IP-02']))).toEqual({ 2: 1, 3: 0 });
});
