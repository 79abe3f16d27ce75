import { describe, expect, test } from 'vitest';
import { kinds, plainWorld } from '../../../tests/support/five-kinds.ts';
import { isAnswerTo, problemIn } from './answer.ts';
import { answersTo, placed } from './answers-to.ts';

type Kind = keyof typeof kinds;

describe('answersTo: one for each that makes a difference to the story', () => {
  test.each<[string, Kind, string[], string[]]>([
    ['the ways that are offered', 'best-action', [], ['look']],
    ['those that knowing something opens', 'best-action', ['plan'], ['look', 'leave']],
    [
      'every choice of two',
      'pick',
      [],
      ['stick lamp', 'stick lock', 'stick radio', 'lamp lock', 'lamp radio', 'lock radio'],
    ],
    [
      'everything put first, and the rest as the key has it',
      'rank',
      [],
      ['tell=1 write=2 rest=3', 'write=1 tell=2 rest=3', 'rest=1 tell=2 write=3'],
    ],
    ['the right rating', 'rate', [], ['ill=4 old=1']],
    ['no words', 'rationale', [], ['']],
  ])('%s: %s', (_, kind, known, answers) => {
    expect(answersTo(kinds[kind], plainWorld(known))).toEqual(answers);
  });

  test.each(Object.keys(kinds) as Kind[])('each of them is one that can be given: %s', (kind) => {
    for (const answer of answersTo(kinds[kind], plainWorld(['plan']))) {
      expect(isAnswerTo(kinds[kind], answer)).toBe(true);
      expect(problemIn(kinds[kind], answer, 'Words.')).toBeUndefined();
    }
  });
});

test('an order is written as the place of each', () => {
  expect(placed(['tell', 'write'])).toBe('tell=1 write=2');
});
