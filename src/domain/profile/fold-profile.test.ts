import { describe, expect, test } from 'vitest';
import { policy } from '../../../tests/support/first-policy.ts';
import {
  attemptOf,
  discussion,
  evidence,
  noon,
  record,
  seen,
  soundJudgement,
  soundPractice,
  talkAbout,
} from '../../../tests/support/records.ts';
import { shuffle } from '../attempt/shuffle.ts';
import type { Record as WorkerRecord } from '../evidence/evidence.ts';
import { foldProfile } from './fold-profile.ts';

const all = ['IP-01', 'IP-02'];
const fold = (from: WorkerRecord, at = noon('2026-11-01')) => foldProfile(from, policy, at, all);
const leading = (from: Partial<WorkerRecord>, at?: string) => fold(record(from), at)[0]!.leading;

/** A year of somebody's work in which something of every kind happens. */
const busy = record({
  evidence: [
    ...soundJudgement(2),
    ...attemptOf('birch', '2026-09-04', [0.3, 0.7, 0.1], { level: 3, nonRoutine: true }),
    ...attemptOf('oak', '2026-09-10', [0.1, 0.2], { harmful: true }),
    ...attemptOf('pine', '2026-10-05', [0.7, 0.9], { competency: 'IP-02' }),
    ...attemptOf('yew', '2026-10-06', [0.3, 1], { at: '2026-10-04T11:00:00.000Z', harmful: true }),
    evidence('holly', '2026-10-20', { finishedAt: null, harmful: true, credit: 0 }),
  ],
  seen: [
    ...soundPractice(),
    seen('2026-10-08', 1, { supersededAt: noon('2026-10-12'), observerId: 'sam' }),
    seen('2026-10-09', 2, { competency: 'IP-02', signedAt: noon('2026-10-15') }),
  ],
  debriefed: [talkAbout('oak-attempt', '2026-09-12')],
  discussed: [discussion('2026-10-14')],
});

test('the order of the evidence changes nothing, not the last decimal', () => {
  const expected = fold(busy);
  for (let seed = 1; seed <= 100; seed += 1) {
    const mixed = Object.fromEntries(
      Object.entries(busy).map(([kind, rows]) => [
        kind,
        shuffle<unknown>(rows as unknown[], seed, kind),
      ]),
    ) as unknown as WorkerRecord;
    expect(fold(mixed), `seed ${seed}`).toEqual(expected);
  }
});

test('folding leaves the record as it was, and gives the same again', () => {
  const kept = structuredClone(busy);
  expect(fold(busy)).toEqual(fold(busy));
  expect(busy).toEqual(kept);
});

test('the profile of a past date equals what it was then', () => {
  const days = Array.from({ length: 62 }, (_, n) =>
    new Date(Date.UTC(2026, 8, 1 + n, 12)).toISOString(),
  );
  for (const day of days) {
    const sofar = (time: string | null) => time !== null && time <= day;
    // What the record held on that day: rows written later were not there, endings had not come.
    const then: WorkerRecord = {
      evidence: busy.evidence
        .filter((row) => sofar(row.at))
        .map((row) => ({ ...row, finishedAt: sofar(row.finishedAt) ? row.finishedAt : null })),
      seen: busy.seen
        .filter((row) => sofar(row.signedAt))
        .map((row) => ({
          ...row,
          supersededAt: sofar(row.supersededAt) ? row.supersededAt : null,
        })),
      debriefed: busy.debriefed.filter((row) => sofar(row.at)),
      discussed: busy.discussed.filter((row) => sofar(row.at)),
    };
    expect(fold(busy, day), day).toEqual(fold(then, day));
  }
  const states = new Set(days.map((day) => leading(busy, day).state));
  expect(states).toEqual(new Set(['emerging', 'judgement-shown', 'concern']));
});

test('each competency stands by its own evidence', () => {
  const [one, two] = fold(busy);
  expect([one!.competency, two!.competency]).toEqual(all);
  expect(two!.leading).toMatchObject({
    concerns: [],
    judgement: { anchors: 2 },
    practice: { observations: 1 },
  });
  expect(foldProfile(busy, policy, noon('2026-11-01'), ['IP-02'])).toEqual([two]);
});

describe('the level that speaks for a competency', () => {
  const three = soundJudgement(3);
  const discussed = [discussion('2026-10-20')];
  test.each<[string, Partial<WorkerRecord>, 2 | 3, string]>([
    ['nothing', {}, 2, 'no-evidence'],
    ['level 2 alone', { evidence: soundJudgement(2) }, 2, 'judgement-shown'],
    [
      'level 2 met with practice that is good enough for 3',
      { evidence: soundJudgement(2), seen: soundPractice() },
      2,
      'meets',
    ],
    [
      'level 3 judgement that has met level 2 as well',
      { evidence: three, seen: soundPractice() },
      2,
      'meets',
    ],
    ['level 3 met', { evidence: three, seen: soundPractice(), discussed }, 3, 'meets'],
    ['level 3 judgement while level 2 is not met', { evidence: three }, 2, 'judgement-shown'],
    [
      'a conflict at level 3 alone',
      {
        evidence: [
          ...soundJudgement(2),
          ...attemptOf('oak', '2026-09-20', [0, 0, 0, 0], { level: 3 }),
        ],
        seen: soundPractice(),
      },
      3,
      'conflict',
    ],
    [
      'a concern',
      {
        evidence: [...three, evidence('oak', '2026-09-20', { harmful: true })],
        seen: soundPractice(),
        discussed,
      },
      2,
      'concern',
    ],
  ])('%s', (_, from, level, state) => {
    expect(leading(from)).toMatchObject({ level, state });
  });
});

describe('what is no source of competence changes nothing', () => {
  const with_ = (extra: object) => fold({ ...busy, ...extra } as WorkerRecord);
  test('training completion shown as competence', () => {
    expect(
      with_({ training: [{ competency: 'IP-02', level: 3, at: noon('2026-01-01') }] }),
    ).toEqual(fold(busy));
  });
  test('self-assessment averaged in', () => {
    expect(
      with_({ self: [{ competency: 'IP-02', entrustment: 5, at: noon('2026-01-01') }] }),
    ).toEqual(fold(busy));
    const sure = busy.evidence.map((row) => ({ ...row, confidence: 'sure' }));
    const bare = fold(busy).map((one) => one.leading.judgement);
    expect(with_({ evidence: sure }).map((one) => one.leading.judgement)).toEqual(bare);
  });
});

describe('what rests on a key that is not reviewed is marked', () => {
  const marked = (rows: WorkerRecord['evidence'], unreviewed: string[]) =>
    foldProfile(record({ evidence: rows }), policy, noon('2026-11-01'), ['IP-01'], {
      openings: [],
      unreviewed: new Set(unreviewed),
    })[0]!.provisional;
  const counted = attemptOf('ash', '2026-09-01', [1, 1]);
  const left = { finishedAt: null, credit: 0 };

  test.each<[string, WorkerRecord['evidence'], string[], boolean]>([
    ['nothing at all', [], ['ash-hash'], false],
    ['all of it reviewed', counted, [], false],
    ['some of it not', [...counted, evidence('oak', '2026-09-02')], ['oak-hash'], true],
    [
      'not counted: avoidable',
      [evidence('ash', '2026-09-01', { anchor: null })],
      ['ash-hash'],
      false,
    ],
    ['not counted yet', [evidence('ash', '2026-09-01', left)], ['ash-hash'], false],
    [
      'harm counts at once',
      [evidence('ash', '2026-09-01', { ...left, harmful: true })],
      ['ash-hash'],
      true,
    ],
  ])('%s', (_, rows, unreviewed, expected) => {
    expect(marked(rows, unreviewed)).toBe(expected);
  });
});
