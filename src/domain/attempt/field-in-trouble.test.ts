import { expect, test } from 'vitest';
import type { AnswerProblem } from '../scenario/answer.ts';
import { fieldInTrouble } from './field-in-trouble.ts';
import type { SeenDecision } from './learner-view.ts';

const options = ['b', 'a', 'c'].map((id) => ({ id, text: `Do ${id}` }));

test.each<[SeenDecision['kind'], AnswerProblem, Record<string, string>, string]>([
  ['best-action', 'nothing-chosen', {}, 'answer-b'],
  ['pick', 'wrong-number', { choice: 'a' }, 'answer-b'],
  ['rank', 'not-all', {}, 'answer-b'],
  ['rank', 'not-all', { 'place.b': '1', 'place.a': '' }, 'answer-a'],
  ['rank', 'same-place', { 'place.b': '1', 'place.a': '2', 'place.c': '1' }, 'answer-c'],
  ['rank', 'same-place', {}, 'answer-a'],
  ['rate', 'not-all', { 'rate.b': '1', 'rate.a': '2' }, 'answer-c'],
  ['rate', 'not-all', { 'rate.b': '1', 'rate.a': '2', 'rate.c': '1' }, 'answer-b'],
  ['rationale', 'nothing-written', {}, 'answer-words'],
])('%s, %s, with %j: %s', (kind, problem, fields, field) => {
  const asked = { kind, prompt: 'What?', options: kind === 'rationale' ? [] : options };
  expect(fieldInTrouble(asked, problem, fields)).toBe(field);
});
