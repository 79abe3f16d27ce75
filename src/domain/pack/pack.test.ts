import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { stateWords, states } from '../../components/state-words.ts';
import { policy } from '../../../tests/support/first-policy.ts';
import { record, seen, soundJudgement, soundPractice } from '../../../tests/support/records.ts';
import { Cqc } from '../competency/cqc.ts';
import { foldProfile } from '../profile/fold-profile.ts';
import { countCompetence } from './count-competence.ts';
import { howShown } from './how-shown.ts';
import { mayDoAlone } from './may-do-alone.ts';
import { placeByQuestion } from './key-questions.ts';
import type { PackCompetence } from './pack.ts';
import { sayDue, sayShown, sayState } from './say-shown.ts';

const cqc = Cqc.parse(
  parse(
    readFileSync(
      join(import.meta.dirname, '../../../scenarios/frameworks/cqc/2023-11.yaml'),
      'utf8',
    ),
  ),
);

test('every competency has its place under one key question, and each question has some', () => {
  const places = placeByQuestion(cqc);
  expect(places.size).toBe(28);
  expect(new Set([...places.values()].map(({ question }) => question))).toEqual(
    new Set(['Safe', 'Effective', 'Caring', 'Responsive', 'Well-led']),
  );
  expect(places.get('IP-04')).toEqual({
    question: 'Safe',
    statements: ['Medicines optimisation'],
    also: ['Effective'],
  });
});

const now = '2026-10-10T12:00:00.000Z';
const standing = (from: Parameters<typeof record>[0], at = now) =>
  foldProfile(record(from), policy, at, ['IP-01'])[0]!;
const met = { evidence: soundJudgement(2), seen: soundPractice() };

test('how it was shown: each kind apart, by whom, when, and when next due', () => {
  const how = howShown(standing(met), 2, met.seen, policy);
  expect(how).toMatchObject({
    ...{ state: 'meets', decisions: 12, scenarios: 3, observations: 3, discussions: 0 },
    ...{ observers: ['ola', 'pat'], lastSeen: '2026-10-03', nextDue: '2027-10-03' },
  });
  const other = [seen('2026-10-09', 5, { competency: 'IP-02' })];
  expect(howShown(standing(met), 2, [...met.seen, ...other], policy)).toEqual(how);
});

test('what was never met is never due, and what is due for review is due now', () => {
  const judged = { evidence: soundJudgement(2) };
  expect(howShown(standing(judged), 2, [], policy)).toMatchObject({
    state: 'judgement-shown',
    nextDue: null,
  });
  const later = '2027-11-01T12:00:00.000Z';
  const shown = howShown(standing(met, later), 2, met.seen, policy);
  expect(shown.state).toBe('due-for-review');
  expect(sayDue({ shown }, later)).toBe('Due now');
  expect(sayDue({ shown: howShown(standing(met), 2, met.seen, policy) }, now)).toBe('3 Oct 2027');
});

test('what is hidden says nothing', () => {
  expect(sayShown({ shown: null })).toMatch(/^Hidden/);
  expect(sayDue({ shown: null }, now)).toBe('');
  expect(sayState(null)).toBe('Hidden');
});

test('a state is called the same here as on every page', () => {
  for (const state of states) expect(sayState(state)).toBe(stateWords[state]);
});

test('only those who need it are counted, the hidden by themselves', () => {
  const row = (more: Partial<PackCompetence>): PackCompetence => ({
    ...{ person: { id: 'a', name: 'A' }, competency: 'IP-01', title: 'Noticing', level: 2 },
    ...{ needed: true, shown: null, question: 'Caring', ...more },
  });
  const shown = howShown(standing(met), 2, met.seen, policy);
  expect(countCompetence([row({}), row({ shown }), row({ shown, needed: false })])).toEqual([
    {
      ...{ competency: 'IP-01', title: 'Noticing', needed: 2 },
      counts: { confirmed: 1, due: 0, nearly: 0, not: 0, hidden: 1 },
    },
  ]);
});

test.each([
  ['confirmed', null, true],
  ['due', null, true],
  ['nearly', null, false],
  ['not', null, false],
  ['hidden', null, false],
  ['confirmed', 'live', true],
  ['confirmed', 'review-near', true],
  ['confirmed', 'lapsed', false],
  ['confirmed', 'ended', false],
  ['not', 'live', false],
] as const)(
  'what is %s, with a sign-off that is %s, is done alone: %s',
  (cover, signOff, alone) => {
    expect(mayDoAlone(cover, signOff)).toBe(alone);
  },
);
