import { expect, test } from 'vitest';
import {
  choiceOf,
  decision,
  levelThree,
  option,
  publish,
  tinyScenario,
  worth,
} from '../../../tests/support/tiny-scenario.ts';
import { assessDecision } from './assess-decision.ts';

const published = publish(
  tinyScenario({
    hall: {
      decision: decision(
        {
          ask: option('stairs', { recovers: true, key: worth({ 'IP-01': 0.75, 'IP-02': 1 }) }),
          shove: option('end', { key: worth({ 'IP-01': 0.25, 'IP-02': 0 }, ['IP-02']) }),
        },
        { ...levelThree, competencies: ['IP-01', 'IP-02'], anchor: 'entering', weight: 2 },
      ),
    },
    stairs: { decision: choiceOf(['end']) },
    end: { ending: 'well' },
  }),
);
const world = { facts: {}, known: [], minutes: 0 };

// Only level 2 of IP-01 is claimed: what rests on its anchor counts for that, at a level 3 decision too.
const plain = { harmful: false, nonRoutine: true, recovered: false, level: 3, weight: 2 };

test('a decision gives one line for each competency it bears on', () => {
  expect(assessDecision(published, 'hall', 'ask', world)).toEqual([
    {
      ...plain,
      competency: 'IP-01',
      level: 2,
      credit: 0.75,
      anchor: 'entering',
      recovered: true,
    },
    // No claim of the scenario is about IP-02, so it rests on no anchor.
    { ...plain, competency: 'IP-02', credit: 1, anchor: null, recovered: true },
  ]);
});

test('harm is on the competency it is done to, and on no other', () => {
  expect(assessDecision(published, 'hall', 'shove', world)).toEqual([
    { ...plain, competency: 'IP-01', level: 2, credit: 0.25, anchor: 'entering' },
    { ...plain, competency: 'IP-02', credit: 0, anchor: null, harmful: true },
  ]);
});

test('a decision that some paths never meet has no anchor', () => {
  expect(assessDecision(published, 'stairs', 'end-well', world)).toEqual([
    {
      competency: 'IP-01',
      level: 2,
      credit: 1,
      weight: 1,
      anchor: null,
      harmful: false,
      nonRoutine: false,
      recovered: false,
    },
  ]);
});

test('an option that does not exist is a mistake of ours', () => {
  expect(() => assessDecision(published, 'hall', 'dance', world)).toThrow('dance');
  expect(() => assessDecision(published, 'end', 'ask', world)).toThrow('end');
});
