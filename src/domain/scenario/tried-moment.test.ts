import { describe, expect, test } from 'vitest';
import { choiceOf, decision, option, tinyScenario } from '../../../tests/support/tiny-scenario.ts';
import { explore } from './explore.ts';
import { firstMoment } from './moment.ts';
import { toMachine } from './to-machine.ts';
import { readTried, sayTried, type TriedFields } from './tried-moment.ts';

const scenario = tinyScenario(
  {
    hall: {
      finds: {
        plan: { kind: 'look', label: 'Read it', minutes: 3, tells: 'So.', note: 'A plan.' },
      },
      decision: choiceOf(['doors']),
    },
    doors: {
      strands: {
        left: { start: 'left-door', turn: { label: 'Go left', minutes: 1 } },
        right: { start: 'right-door', turn: { label: 'Go right', minutes: 1 } },
      },
      attend: 'left',
      to: 'end',
    },
    'left-door': { strand: 'left', next: { label: 'Go', set: { wet: true }, to: 'left-done' } },
    'left-done': { strand: 'left', closes: true },
    'right-door': {
      strand: 'right',
      decision: decision({
        wait: option('right-done', { add: { 'dot.trust': 1 } }),
        run: option('right-done', { set: { alone: 0 }, minutes: 2 }),
      }),
    },
    'right-done': { strand: 'right', closes: true },
    phone: { during: 'office', next: { label: 'Ring off', minutes: 1, to: 'back' } },
    end: { ending: 'well' },
  },
  {
    people: {
      dot: {
        name: 'Dot',
        about: 'Somebody who is in a test.',
        portrait: { seed: 'dot', head: 'bun', skin: 'ffdbb4' },
        facts: { trust: { counter: [0, 4], start: 2, about: 'How far she trusts you' } },
      },
    },
    facts: {
      wet: { flag: false, about: 'It rains' },
      alone: { timer: 9, about: 'Minutes alone' },
    },
    interruptions: { office: { when: { minutes: { 'at-least': 3 } }, to: 'phone' } },
  },
);
const read = (fields: TriedFields) => {
  const found = readTried(scenario, fields);
  return found.ok ? found.value : { wrong: found.problem };
};

test('with nothing said, a story begins as it begins', () => {
  expect(read({})).toEqual(firstMoment(toMachine(scenario)));
});

test('every moment of a story can be said, and is read as the same', () => {
  const { moments } = explore(scenario);
  expect(moments.length).toBeGreaterThan(30);
  expect(moments.some(({ left }) => left?.strands)).toBe(true);
  for (const moment of moments) expect(read(sayTried(scenario, moment))).toEqual(moment);
});

describe('what an author may leave out', () => {
  test.each<[string, TriedFields, object]>([
    [
      'facts, finds and minutes are set beside what holds at the start',
      { facts: 'wet:true, dot.trust:4,alone:-1', known: 'plan', minutes: '20' },
      {
        scene: 'hall',
        world: { facts: { wet: true, 'dot.trust': 4, alone: -1 }, known: ['plan'], minutes: 20 },
      },
    ],
    [
      'several things at once begin where they begin',
      { scene: 'doors' },
      {
        scene: 'left-door',
        split: 'doors',
        strands: { left: 'left-door', right: 'right-door' },
        world: { at: 'left' },
      },
    ],
    [
      'a scene of a strand is attended to, the others beside it',
      { scene: 'right-door' },
      {
        scene: 'right-door',
        strands: { left: 'left-door', right: 'right-door' },
        world: { at: 'right' },
      },
    ],
    [
      'a later scene of a strand, too',
      { scene: 'left-done' },
      { scene: 'left-done', strands: { left: 'left-done', right: 'right-door' } },
    ],
    [
      'another strand may be where one is',
      { scene: 'doors', strands: 'left:left-done', attending: 'right' },
      { scene: 'right-door', strands: { left: 'left-done' }, world: { at: 'right' } },
    ],
    [
      'an interruption has come, and leads back to the start',
      { scene: 'phone' },
      { scene: 'phone', left: { scene: 'hall' }, world: { happened: ['office'] } },
    ],
    [
      'an interruption in the middle of several things',
      { scene: 'phone', left: 'doors', attending: 'right' },
      { left: { scene: 'right-door', split: 'doors' }, world: { at: 'right' } },
    ],
  ])('%s', (_, fields, expected) => {
    expect(read(fields)).toMatchObject(expected);
  });
});

describe('what is not there is said in a sentence', () => {
  test.each<[TriedFields, string[]]>([
    [{ scene: 'kitchen' }, ['There is no scene "kitchen".']],
    [{ scene: 'constructor' }, ['There is no scene "constructor".']],
    [{ scene: 'phone', left: 'kitchen' }, ['There is no scene "kitchen".']],
    [{ facts: 'dry:true' }, ['There is no fact "dry".']],
    [{ facts: 'wet:3' }, ['"wet" is true or false, not "3".']],
    [{ facts: 'wet' }, ['"wet" is true or false, not "".']],
    [{ facts: 'dot.trust:5' }, ['"dot.trust" is a number from 0 to 4, not "5".']],
    [{ facts: 'dot.trust:2.5' }, ['"dot.trust" is a number from 0 to 4, not "2.5".']],
    [{ facts: 'alone:-2' }, ['"alone" is a number from -1 to 9, not "-2".']],
    [{ known: 'plan,map' }, ['There is no find "map".']],
    [{ happened: 'fire' }, ['There is no interruption "fire".']],
    [{ minutes: 'ten' }, ['Minutes are a whole number up to 10000, not "ten".']],
    [{ minutes: '-1' }, ['Minutes are a whole number up to 10000, not "-1".']],
    [
      { scene: 'doors', strands: 'left:right-done' },
      ['"left:right-done" is no strand of "doors" with a scene of it.'],
    ],
    [{ scene: 'doors', attending: 'up' }, ['"doors" has no strand "up" to attend to.']],
    [
      { scene: 'doors', strands: 'left:left-done,right:right-done' },
      ['Every strand of "doors" is settled there, so the story has gone on.'],
    ],
    [
      { scene: 'kitchen', facts: 'dry:true', known: 'map' },
      ['There is no scene "kitchen".', 'There is no fact "dry".', 'There is no find "map".'],
    ],
  ])('%o', (fields, wrong) => {
    expect(read(fields)).toEqual({ wrong });
  });
});
