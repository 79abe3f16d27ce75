import { describe, expect, test } from 'vitest';
import { kinds } from '../../../tests/support/five-kinds.ts';
import {
  doneBy,
  effectsOf,
  isAnswerTo,
  numbersIn,
  orderIn,
  pickedIn,
  problemIn,
  type AnswerProblem,
} from './answer.ts';

type Kind = keyof typeof kinds;

test('an answer is read as ids, as numbers or as an order', () => {
  expect(pickedIn('stick  lamp')).toEqual(['stick', 'lamp']);
  expect(pickedIn('')).toEqual([]);
  expect([...numbersIn('write=2 tell=1')]).toEqual([
    ['write', 2],
    ['tell', 1],
  ]);
  expect(orderIn('write=3 tell=1 rest=2')).toEqual(['tell', 'rest', 'write']);
});

describe('problemIn: a form that was filled in wrongly is told so', () => {
  test.each<[Kind, string, string, AnswerProblem | undefined]>([
    ['best-action', '', '', 'nothing-chosen'],
    ['best-action', 'look', '', undefined],
    ['pick', '', '', 'wrong-number'],
    ['pick', 'stick', '', 'wrong-number'],
    ['pick', 'stick stick', '', 'wrong-number'],
    ['pick', 'stick lamp lock', '', 'wrong-number'],
    ['pick', 'stick lamp', '', undefined],
    ['rank', '', '', 'not-all'],
    ['rank', 'write=1 tell=2', '', 'not-all'],
    ['rank', 'write=1 tell=2 rest=0', '', 'not-all'],
    ['rank', 'write=1 tell=2 rest=2', '', 'same-place'],
    ['rank', 'write=1 tell=2 rest=NaN', '', 'not-all'],
    ['rank', 'write=1 tell=2 rest=3', '', undefined],
    ['rate', 'ill=4', '', 'not-all'],
    ['rate', 'ill=4 old=4', '', undefined],
    ['rationale', '', '', 'nothing-written'],
    ['rationale', '', ' \n ', 'nothing-written'],
    ['rationale', '', 'It is his life.', undefined],
  ])('%s "%s" with the words "%s": %s', (kind, answer, words, problem) => {
    expect(problemIn(kinds[kind], answer, words)).toBe(problem);
  });
});

describe('isAnswerTo: nothing but what is offered', () => {
  test.each<[Kind, string, boolean]>([
    ['best-action', 'look', true],
    ['best-action', 'shout', false],
    ['best-action', 'toString', false],
    ['best-action', 'look leave', false],
    ['pick', 'lamp stick', true],
    ['pick', 'lamp constructor', false],
    ['rank', 'write=1 tell=2 rest=3', true],
    ['rank', 'write=1 tell=2 rest=4', false],
    ['rank', 'write=1 tell=2 sing=3', false],
    ['rank', 'write=1 tell=2 rest=-1', false],
    ['rank', 'write tell rest', false],
    ['rate', 'ill=4 old=1', true],
    ['rate', 'ill=5 old=1', false],
    ['rate', 'ill=1.5 old=1', false],
    ['rate', 'ill=1 old=1 toString=1', false],
    ['rationale', '', true],
    ['rationale', 'look', false],
  ])('%s "%s": %s', (kind, answer, expected) => {
    expect(isAnswerTo(kinds[kind], answer)).toBe(expected);
  });
});

describe('what an answer does', () => {
  const wet = expect.objectContaining({ set: { wet: true } }) as object;
  const onward = expect.objectContaining({ minutes: 5 }) as object;
  test.each<[Kind, string, string[], object[]]>([
    ['best-action', 'look', ['look'], [wet]],
    // In the author's order, whatever order they were picked in.
    [
      'pick',
      'lamp stick',
      ['stick', 'lamp'],
      [expect.objectContaining({ text: 'The stick' }) as object, wet, onward],
    ],
    ['rank', 'write=2 tell=3 rest=1', ['rest'], [wet, onward]],
    ['rate', 'ill=4 old=1', [], [onward]],
    ['rationale', '', [], [onward]],
  ])('%s "%s": %j', (kind, answer, done, effects) => {
    expect(doneBy(kinds[kind], answer)).toEqual(done);
    expect(effectsOf(kinds[kind], answer)).toEqual(effects);
  });
});
