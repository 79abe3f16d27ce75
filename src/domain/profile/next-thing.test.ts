import { describe, expect, test } from 'vitest';
import { policy } from '../../../tests/support/first-policy.ts';
import {
  attemptOf,
  evidence,
  noon,
  offering,
  opening,
  record,
  seen,
  soundJudgement,
  soundPractice,
  talkAbout,
} from '../../../tests/support/records.ts';
import type { Record as WorkerRecord } from '../evidence/evidence.ts';
import { foldProfile } from './fold-profile.ts';

const open = offering(opening('yew', 3));
const explained = (from: Partial<WorkerRecord>, level: 2 | 3 = 2, offered = open) =>
  foldProfile(record(from), policy, noon('2026-11-01'), ['IP-01'], offered)[0]!.levels[level];

describe('the one next thing says what would settle it', () => {
  const judged = (rows: WorkerRecord['seen']) => ({ evidence: soundJudgement(3), seen: rows });
  const safely = 'or better.';
  test.each<[string, Partial<WorkerRecord>, 2 | 3, string]>([
    ['nothing', {}, 2, 'Play “The yew”. Still missing: 8 level 2 decisions, 3 scenarios, 2 days.'],
    [
      'seven decisions',
      { evidence: soundJudgement(2).slice(0, 7) },
      2,
      'Play “The yew”. Still missing: 1 level 2 decision, 1 scenario.',
    ],
    [
      'never seen',
      judged([]),
      2,
      `Be observed at work: 2 observations more at "with someone nearby" ${safely}`,
    ],
    ['seen once', judged([seen('2026-10-01', 3)]), 2, 'Be observed at work: 1 observation more'],
    [
      'seen by one',
      judged(soundPractice().map((row) => ({ ...row, observerId: 'ola' }))),
      3,
      'Be observed at work by somebody else: 1 observation more at "alone within limits"',
    ],
    [
      'seen at one task',
      judged(soundPractice().map((row) => ({ ...row, task: 'mealtime' }))),
      3,
      'Be observed at work, in another kind of task: 1 observation',
    ],
    [
      'one person at one task',
      judged([seen('2026-10-01', 4)]),
      3,
      'Be observed at work by somebody else, in another kind of task: 2 observations',
    ],
    ['no discussion', judged(soundPractice()), 3, 'Hold a professional discussion'],
    ['all there is', judged(soundPractice()), 2, 'Nothing is missing now.'],
  ])('%s', (_, from, level, text) => {
    expect(explained(from, level).next.text).toContain(text);
  });
});

describe('more to play is named, and so is what is still missing', () => {
  const next = (from: Partial<WorkerRecord>, offered = open, level: 2 | 3 = 2) =>
    explained(from, level, offered).next;
  const four = [1, 1, 1, 1];

  test.each<[string, WorkerRecord['evidence'], string]>([
    [
      'decisions enough, in too few scenarios on too few days',
      attemptOf('ash', '2026-09-01', [...four, ...four]),
      '2 scenarios, 1 day.',
    ],
    [
      'decisions and scenarios enough, all on one day',
      ['ash', 'beech', 'cedar'].flatMap((slug) => attemptOf(slug, '2026-09-01', four)),
      '1 day.',
    ],
  ])('%s', (_, rows, missing) => {
    expect(next({ evidence: rows }).text).toBe(`Play “The yew”. Still missing: ${missing}`);
  });
  test('all of it there, and still not clear', () => {
    const unclear = soundJudgement(2).map((row, at) => ({ ...row, credit: at % 3 ? 1 : 0 }));
    expect(next({ evidence: unclear }).text).toBe(
      'Play “The yew”, so that the decisions become clear.',
    );
  });
  test('level 3 decisions that were routine are not what is missing', () => {
    const routine = soundJudgement(3).map((row) => ({ ...row, nonRoutine: false }));
    expect(next({ evidence: routine }, open, 3).text).toBe(
      'Play “The yew”. Still missing: 6 non-routine decisions.',
    );
  });
  test('what is begun is to be finished; what bears on something else or less is not named', () => {
    const other = opening('oak', 3, {}, 'IP-02');
    const begun = opening('fir', 2, { begun: true });
    expect(next({}, offering(other, begun, opening('yew', 3))).text).toMatch(/^Finish “The fir”\./);
    expect(next({}, offering(other, begun, opening('yew', 3)), 3).text).toMatch(
      /^Play “The yew”\./,
    );
  });
  test('what would only be told another way is not named: it would count for nothing', () => {
    const again = opening('elm', 3, { form: 'b', again: true });
    expect(next({}, offering(again)).text).toMatch(/No scenario on this is left to play/);
    expect(next({}, offering(again, opening('yew', 3))).text).toMatch(/^Play “The yew”\./);
  });
  test('nothing to play is said, with what can be done meanwhile', () => {
    const low = offering(opening('fir', 2));
    const at3 = next({}, low, 3);
    expect([at3.kind, at3.text]).toEqual([
      'observe',
      'Be observed at work: 3 observations more at "alone within limits" or better. No scenario on this at level 3 is left to play: judgement waits until one is written.',
    ]);
    expect(next({ seen: soundPractice() }, offering())).toEqual({
      kind: 'wait',
      text: 'No scenario on this is left to play: judgement waits until one is written.',
    });
  });
});

describe('the next step of a concern is one that can be done now', () => {
  const harm = evidence('ash', '2026-09-20', { credit: 0, harmful: true });
  const debriefed = [talkAbout(harm.attemptId, '2026-09-21')];
  const talked = { evidence: [harm], debriefed };
  const waits =
    'No other scenario on this is left to play: the concern stays open until one is written.';
  const next = (from: Partial<WorkerRecord>, offered = open) => explained(from, 2, offered).next;

  test('while the scenario is still being played, to finish it', () => {
    const left = [{ ...harm, finishedAt: null }];
    expect(next({ evidence: left }).text).toBe('Finish the scenario first.');
  });
  test('another scenario, by its title', () => {
    expect(next(talked).text).toBe('Play “The yew” and choose safely in it.');
    const begun = offering(opening('fir', 2, { begun: true }));
    expect(next(talked, begun).text).toBe('Finish “The fir” and choose safely in it.');
  });
  test('never the one that harm was chosen in, or one below its level', () => {
    const same = offering(opening('ash', 3, { begun: true }));
    expect(next(talked, same)).toEqual({
      kind: 'observe',
      text: `Be seen doing this task safely at work. ${waits}`,
    });
    const high = [{ ...harm, level: 3 as const }];
    expect(next({ ...talked, evidence: high }, offering(opening('fir', 2))).text).toMatch(
      /No other scenario on this at level 3 is left to play/,
    );
  });
  test('the same one told another way, where it has the very moment', () => {
    const inForm = (form: string, more: Partial<Parameters<typeof opening>[2]> = {}) =>
      offering(opening('ash', 2, { form, again: true, ...more }));
    const inA = { ...talked, evidence: [{ ...harm, form: 'a' }] };
    expect(next(inA, inForm('b')).text).toBe(
      'Play “The ash” again, as it is told another way, and choose safely in it.',
    );
    expect(next(inA, inForm('b', { begun: true, again: false })).text).toBe(
      'Finish “The ash” and choose safely in it.',
    );
    const elsewhere = [{ ...opening('ash').anchors[0]!, name: 'two' }];
    expect(next(inA, inForm('b', { anchors: elsewhere })).kind).toBe('observe');
    expect(next(inA, inForm('a')).kind).toBe('observe');
  });
  test('never one where harm was chosen in each form', () => {
    const second = { ...harm, id: 'second', attemptId: 'second', form: 'b' };
    const both = { evidence: [{ ...harm, form: 'a' }, second], debriefed: [...debriefed] };
    both.debriefed.push(talkAbout('second', '2026-09-21'));
    const again = opening('ash', 2, { form: 'b', begun: true });
    expect(next(both, offering(again)).kind).toBe('observe');
  });
  test('another scenario told another way settles nothing new: it has been had', () => {
    const told = opening('yew', 3, { form: 'b', again: true });
    expect(next(talked, offering(told)).kind).toBe('observe');
    expect(next(talked, offering(told, opening('oak'))).text).toBe(
      'Play “The oak” and choose safely in it.',
    );
  });
  test('to wait, where all else is done', () => {
    expect(next({ ...talked, seen: soundPractice() }, offering())).toEqual({
      kind: 'wait',
      text: waits,
    });
  });
  test('of two concerns, of the one that something can be done about', () => {
    const later = evidence('beech', '2026-09-22', { credit: 0, harmful: true });
    const both = { ...talked, evidence: [harm, later], seen: soundPractice() };
    expect(next(both, offering()).kind).toBe('talk');
  });
});
