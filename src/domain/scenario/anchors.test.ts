import { describe, expect, test } from 'vitest';
import {
  choiceOf,
  fromArrows,
  levelThree,
  tinyScenario,
  worth,
} from '../../../tests/support/tiny-scenario.ts';
import { anchorsOf, findAnchors } from './anchors.ts';
import { checkClaims } from './check/check-claims.ts';
import { explore } from './explore.ts';
import type { Scenario } from './schema.ts';

const anchorsIn = (scenario: Scenario) => findAnchors(scenario, explore(scenario));
const namesIn = (scenario: Scenario) => anchorsIn(scenario).map((anchor) => anchor.name);

describe('the vectors of the method', () => {
  const arrows = 'S>A A>B,C B>D C>D,End2 D>End';
  test('A is an anchor; B, C and D are not, since C may lead to the other end', () => {
    expect(namesIn(fromArrows(arrows))).toEqual(['a']);
  });
  test('B and C as equivalents are an anchor together', () => {
    const scenario = fromArrows(arrows, { b: { anchor: 'b-or-c' }, c: { anchor: 'b-or-c' } });
    expect(anchorsIn(scenario).map(({ name, scenes }) => [name, scenes])).toEqual([
      ['a', ['a']],
      ['b-or-c', ['b', 'c']],
    ]);
  });
  test('C and D as equivalents are not an anchor of every path, B and D are not, A and D are', () => {
    const shared = (one: string, other: string) =>
      namesIn(fromArrows(arrows, { [one]: { anchor: 'both' }, [other]: { anchor: 'both' } }));
    expect(shared('c', 'd')).toEqual(['a', 'both']);
    expect(shared('b', 'd')).toEqual(['a']);
    expect(shared('a', 'd')).toEqual(['both']);
  });
  test('visited-only denominators: a claim keyed on A and B is refused where "A right, then end" is a path', () => {
    const scenario = fromArrows('S>A A>B,End B>End');
    const anchors = anchorsIn(scenario);
    expect(anchors.map((anchor) => anchor.name)).toEqual(['a']);
    expect(checkClaims(scenario, anchors, 2).map((problem) => problem.code)).toEqual([
      'too-few-anchors',
    ]);
    expect(checkClaims(scenario, anchors, 1)).toEqual([]);
  });
});

test.each([
  ['in a row', 'S>A A>B B>End', ['a', 'b']],
  ['that part and meet again', 'S>A A>B,C B>D C>D D>End', ['a', 'd']],
  ['on one of two branches', 'S>A A>B,End B>End', ['a']],
  ['before two ends', 'S>A A>B B>End,End2', ['a', 'b']],
  ['met again and again', 'S>A A>B B>A,End', ['a', 'b']],
])('decisions %s: %s', (_, arrows, expected) => {
  expect(namesIn(fromArrows(arrows))).toEqual(expected);
});

test('a decision that something can cut short is no anchor, though every path comes to it', () => {
  const find = {
    kind: 'look' as const,
    label: 'Look round',
    tells: 'It tells.',
    note: 'Noted.',
    minutes: 10,
  };
  const hurried = tinyScenario({
    hall: {
      finds: { round: find },
      happens: [{ when: { minutes: { 'at-least': 10 } }, to: 'bell' }],
      decision: choiceOf(['stairs']),
    },
    bell: { next: { label: 'Go', to: 'stairs' } },
    stairs: { decision: choiceOf(['end']) },
    end: { ending: 'well' },
  });
  expect(namesIn(hurried)).toEqual(['stairs']);
});

test('a decision that cannot be met because something else happens first is no anchor', () => {
  const scenario = tinyScenario(
    {
      hall: { decision: choiceOf(['stairs']) },
      stairs: {
        happens: [{ when: { fact: 'late', is: true }, to: 'end' }],
        decision: choiceOf(['end']),
      },
      end: { ending: 'well' },
    },
    { facts: { late: { flag: true, about: 'You are late' } } },
  );
  expect(namesIn(scenario)).toEqual(['hall']);
});

describe('levels and competencies', () => {
  const claims = [{ competency: 'IP-01', level: 2 as const }];
  const two = 'S>A A>B B>End';
  test('credit at a level 3 anchor also supports level 2 of the same competency', () => {
    const both = [...claims, { competency: 'IP-01', level: 3 as const }];
    const anchors = anchorsIn(fromArrows(two, { b: levelThree }, { claims: both }));
    expect(anchors.map(({ name, level }) => [name, level])).toEqual([
      ['a', 2],
      ['b', 3],
    ]);
    expect(anchorsOf(anchors, { competency: 'IP-01', level: 2 })).toHaveLength(2);
    expect(anchorsOf(anchors, { competency: 'IP-01', level: 3 })).toHaveLength(1);
  });
  test('a level 3 decision counts for level 2 only where that is all that is claimed', () => {
    const anchors = anchorsIn(fromArrows(two, { b: levelThree }, { claims }));
    expect(anchors.map(({ name, level }) => [name, level])).toEqual([
      ['a', 2],
      ['b', 2],
    ]);
    expect(anchorsOf(anchors, { competency: 'IP-01', level: 3 })).toEqual([]);
  });
  test('a level 2 decision never anchors a level 3 claim', () => {
    const scenario = fromArrows(
      two,
      { b: levelThree },
      { claims: [{ competency: 'IP-01', level: 3 }] },
    );
    expect(namesIn(scenario)).toEqual(['b']);
  });
  test('a decision anchors only what the scenario claims', () => {
    const key = (to: string) => ({
      [`${to}-well`]: { text: 'This way', to, key: worth({ 'IP-01': 1, 'IP-02': 1 }) },
      [`${to}-badly`]: { text: 'That way', to, key: worth({ 'IP-01': 0, 'IP-02': 0 }) },
    });
    const scenario = fromArrows(
      two,
      { a: { competencies: ['IP-01', 'IP-02'], options: key('b') } },
      { claims },
    );
    expect(anchorsIn(scenario).map(({ name, competency }) => [name, competency])).toEqual([
      ['a', 'IP-01'],
      ['b', 'IP-01'],
    ]);
    expect(anchorsOf(anchorsIn(scenario), { competency: 'IP-02', level: 2 })).toEqual([]);
  });
  test('the weight goes with the anchor', () => {
    expect(anchorsIn(fromArrows(two, { a: { weight: 3 } })).map(({ weight }) => weight)).toEqual([
      3, 1,
    ]);
  });
});
