import { describe, expect, test } from 'vitest';
import { branchingStory } from '../../../tests/support/branching-story.ts';
import { isAnswerTo } from './answer.ts';
import { composeAnswer } from './compose-answer.ts';
import { Scenario } from './schema.ts';

const { scenes } = Scenario.parse(branchingStory());
const decisions = {
  'best-action': scenes['on-the-floor']!.decision!,
  pick: scenes['two-of-four']!.decision!,
  rank: scenes['which-first']!.decision!,
  rate: scenes['how-likely']!.decision!,
  rationale: scenes['reasons']!.decision!,
};
type Kind = keyof typeof decisions;

describe('the fields of a form make one answer', () => {
  test.each<[Kind, Record<string, unknown>, string]>([
    ['best-action', { choice: 'kneel' }, 'kneel'],
    ['best-action', {}, ''],
    ['best-action', { choice: ['kneel'] }, ''],
    ['pick', { choice: 'lamp stick' }, 'stick lamp'],
    ['pick', { choice: ' radio  radio ' }, 'radio'],
    ['pick', {}, ''],
    ['rank', { 'place.rest': '3', 'place.tell': '1', 'place.write': '2' }, 'write=2 tell=1 rest=3'],
    ['rank', { choice: 'tell=1 rest=3 write=2' }, 'write=2 tell=1 rest=3'],
    ['rank', { choice: 'tell=1', 'place.tell': '2' }, 'tell=2'],
    ['rank', { 'place.tell': '1', 'place.write': '' }, 'tell=1'],
    ['rank', { 'rate.tell': '1', 'place.nobody': '2', 'place.__proto__': '3' }, ''],
    ['rate', { 'rate.ill': '3', 'rate.tired': '1' }, 'tired=1 ill=3'],
    ['rate', { 'place.ill': '3' }, ''],
    ['rationale', { words: 'Because.' }, ''],
  ])('%s of %j: "%s"', (kind, fields, answer) => {
    expect(composeAnswer(decisions[kind], fields)).toBe(answer);
    expect(answer === '' || isAnswerTo(decisions[kind], answer)).toBe(true);
  });
});

describe('what is not offered stays in the answer, so that it is refused', () => {
  test.each<[Kind, Record<string, unknown>]>([
    ['best-action', { choice: 'kneel heave' }],
    ['best-action', { choice: '__proto__' }],
    ['pick', { choice: 'stick constructor' }],
    ['rank', { choice: 'tell=1 write=2 rest=3 toString=4' }],
    ['rank', { 'place.tell': '1 write=2' }],
    ['rank', { 'place.tell': '1e1' }],
    ['rank', { 'place.tell': '-1' }],
    ['rank', { 'place.tell': '4' }],
    ['rate', { 'rate.ill': '0' }],
    ['rate', { 'rate.ill': '99999' }],
    ['rationale', { choice: 'stick' }],
  ])('%s of %j', (kind, fields) => {
    expect(isAnswerTo(decisions[kind], composeAnswer(decisions[kind], fields))).toBe(false);
  });
});
