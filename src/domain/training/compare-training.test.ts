import { describe, expect, test } from 'vitest';
import type { State } from '../profile/state.ts';
import { compareSubjects } from './compare-subjects.ts';
import { compareTraining } from './compare-training.ts';
import { hasRunOut, standingTraining, type TrainingRecord } from './record.ts';
import { TrainingSubjects } from './subjects.ts';

const record = (completedOn: string, expiresOn: string | null = null): TrainingRecord => ({
  id: completedOn,
  personId: 'joan',
  subject: 'medicines',
  kind: 'training',
  completedOn,
  expiresOn,
  at: `${completedOn}T12:00:00.000Z`,
});

describe('training beside what was shown', () => {
  test.each<[State, string, string]>([
    ['no-evidence', 'trained-not-shown', 'neither'],
    ['insufficient', 'trained-not-shown', 'neither'],
    ['emerging', 'trained-not-shown', 'neither'],
    ['judgement-shown', 'trained-not-shown', 'neither'],
    ['practice-seen', 'trained-not-shown', 'neither'],
    ['concern', 'trained-not-shown', 'neither'],
    ['conflict', 'trained-not-shown', 'neither'],
    ['meets', 'shown-and-seen', 'shown-not-trained'],
    ['due-for-review', 'shown-and-seen', 'shown-not-trained'],
  ])('%s: trained %s, not trained %s', (state, trained, not) => {
    expect(compareTraining('current', state)).toBe(trained);
    expect(compareTraining('none', state)).toBe(not);
    // Training that has run out is no training now.
    expect(compareTraining('run-out', state)).toBe(not);
  });
});

describe('which record of a subject speaks', () => {
  test('none, one that holds, one that ran out', () => {
    expect(standingTraining([], '2026-11-22')).toEqual({ is: 'none' });
    const one = record('2025-11-22', '2026-11-22');
    expect(standingTraining([one], '2026-11-22')).toEqual({ is: 'current', record: one });
    expect(standingTraining([one], '2026-11-23')).toEqual({ is: 'run-out', record: one });
    expect(hasRunOut(one, '2026-11-22')).toBe(false);
  });
  test('the one that holds longest, whatever order they come in', () => {
    const old = record('2020-01-01', '2021-01-01');
    const now = record('2026-01-01', '2027-01-01');
    const forGood = record('2019-01-01');
    for (const all of [
      [old, now],
      [now, old],
    ])
      expect(standingTraining(all, '2026-11-22')).toEqual({ is: 'current', record: now });
    expect(standingTraining([now, forGood], '2030-01-01')).toEqual({
      is: 'current',
      record: forGood,
    });
  });
});

const catalogue = TrainingSubjects.parse({
  about: 'What training is called in a test.',
  subjects: {
    food: { title: 'Food', competencies: ['IP-14'] },
    medicines: { title: 'Medicines', competencies: ['IP-04'] },
    fire: { title: 'Fire', competencies: [] },
  },
});

test('what is trained and not shown comes first, and a hidden competency says nothing', () => {
  const compared = compareSubjects(
    catalogue,
    [record('2026-01-01')],
    (id) => (id === 'IP-14' ? 'hidden' : 'emerging'),
    '2026-11-22',
  );
  expect(compared.map(({ subject }) => subject)).toEqual(['medicines', 'food', 'fire']);
  expect(compared[0]!.compared).toEqual([
    { competency: 'IP-04', hidden: false, state: 'emerging', comparison: 'trained-not-shown' },
  ]);
  expect(compared[1]!.compared).toEqual([{ competency: 'IP-14', hidden: true }]);
});

test('one name for two subjects is refused', () => {
  const twice = {
    about: 'What training is called in a test.',
    subjects: {
      fire: { title: 'Fire', competencies: [] },
      flames: { title: 'Flames', also: ['FIRE'], competencies: [] },
    },
  };
  expect(TrainingSubjects.safeParse(twice).error?.issues[0]?.message).toBe(
    'fire is called "FIRE" already',
  );
});
