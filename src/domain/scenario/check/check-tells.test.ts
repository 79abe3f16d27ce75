import { describe, expect, test } from 'vitest';
import {
  decision,
  option,
  tinyScenario,
  worth,
  type OptionInput,
} from '../../../../tests/support/tiny-scenario.ts';
import { checkTells } from './check-tells.ts';

type AnyScene = Parameters<typeof tinyScenario>[0][string];

/** A decision from words such as `best:1 other:0.5`, of which a long one is the longest option. */
function decide(words: string, forms: Record<string, string[]> = {}): AnyScene {
  const options = words.split(' ').map((word): [string, OptionInput] => {
    const [name, credit] = word.split(':');
    const text = name!.startsWith('long') ? 'Do this at great length' : 'Do this here';
    const inForms = forms[name!] && { forms: forms[name!] };
    return [name!, option('end', { text, key: worth(Number(credit)), ...inForms })];
  });
  return { decision: decision(Object.fromEntries(options)) };
}

const codesOf = (decisions: AnyScene[], form = '') => {
  const scenes = Object.fromEntries(decisions.map((one, at) => [`scene-${at}`, one]));
  const forms = form && { forms: { a: {}, b: {} } };
  const scenario = tinyScenario({ ...scenes, end: { ending: 'well' } }, { ...forms });
  return checkTells(scenario, form).map(({ code }) => code);
};
const mixed = ['x:1 y:0', 'y:0 x:1', 'x:1 y:0', 'y:0 x:1'].map((words) => decide(words));

describe('the place of the best option', () => {
  test.each([
    ['always first', ['x:1 y:0 z:0', 'x:1 y:0', 'x:1 y:0.5', 'x:1 y:0', 'x:1 y:0'], true],
    ['always last', ['z:0 x:1', 'z:0 x:1', 'z:0 x:1', 'z:0 x:1', 'z:0 x:1'], true],
    ['four of five', ['x:1 y:0', 'x:1 y:0', 'x:1 y:0', 'x:1 y:0', 'y:0 x:1'], true],
    ['three of five', ['x:1 y:0', 'x:1 y:0', 'x:1 y:0', 'y:0 x:1', 'y:0 x:1'], false],
    ['one of several equals', ['x:1 y:1', 'x:1 y:1', 'x:1 y:0', 'x:1 y:0', 'y:0 x:1'], true],
    ['too few to judge', ['x:1 y:0', 'x:1 y:0', 'x:1 y:0', 'x:1 y:0'], false],
  ])('%s', (_, decisions, tells) => {
    const found = codesOf(decisions.map((words) => decide(words)));
    expect(found).toEqual(tells ? ['best-same-place'] : []);
  });
});

describe('the length of the best option', () => {
  test.each([
    ['longest in three of five', ['long:1 y:0', 'y:0 long:1', 'long:1 y:0'], true],
    ['longest in two of five', ['long:1 y:0', 'y:0 long:1', 'long:0 y:1'], false],
    ['as long as another', ['long:1 y:0 long-too:0', 'y:0 long:1 long-too:0', 'long:1 y:0'], true],
    [
      'as long as all others',
      ['long:1 long-too:0', 'long-too:0 long:1', 'long:1 long-too:0'],
      false,
    ],
    ['one of several equals', ['long:1 y:1', 'y:0 long:1', 'long:1 y:0'], true],
  ])('%s', (_, decisions, tells) => {
    const all = [...decisions.map((words) => decide(words)), mixed[0]!, mixed[1]!];
    expect(codesOf(all)).toEqual(tells ? ['best-is-longest'] : []);
  });
});

test('competencies count alike', () => {
  const key = (one: number, other: number) => worth({ 'IP-01': one, 'IP-02': other });
  const both = decision({
    x: option('end', { key: key(1, 0) }),
    y: option('end', { key: key(0.75, 0.75) }),
  });
  const all = Array.from({ length: 5 }, () => ({ decision: both }));
  expect(codesOf([...all.slice(2), mixed[0]!, mixed[2]!])).toEqual([]);
  expect(codesOf([...all.slice(1), mixed[0]!])).toEqual(['best-same-place']);
});

test('only decisions for the best action are looked at', () => {
  const { prompt, level, routine, initiative, competencies, indicators, weigh } = decision({});
  const common = { prompt, level, routine, initiative, competencies, indicators, weigh };
  const options = {
    x: { text: 'Do this', key: { right: true, why: 'Because it helps the person.' } },
    y: { text: 'Do that', key: { right: false, why: 'Because it does nothing.' } },
  };
  const pick: AnyScene = { decision: { ...common, kind: 'pick', pick: 1, to: 'end', options } };
  const first = mixed[0]!;
  expect(codesOf([first, first, first, first, pick])).toEqual([]);
  expect(codesOf([first, first, first, first, first, pick])).toEqual(['best-same-place']);
});

test('a form is looked at without what is only in another', () => {
  const one = decide('z:0 x:1 y:0', { z: ['b'] });
  const all = [one, one, one, one, mixed[1]!];
  expect(codesOf(all, 'a')).toEqual(['best-same-place']);
  expect(codesOf(all, 'b')).toEqual(['best-same-place']);
  const five = [...mixed, decide('x:1 y:0')];
  const elsewhere = five.map((scene, at) => (at === 0 ? { ...scene, forms: ['b'] } : scene));
  expect(codesOf(elsewhere, 'a')).toEqual([]);
  const apart = [one, one, mixed[0]!, mixed[2]!, mixed[1]!];
  expect(codesOf(apart, 'a')).toEqual(['best-same-place']);
  expect(codesOf(apart, 'b')).toEqual([]);
});
