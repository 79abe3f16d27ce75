import { describe, expect, test } from 'vitest';
import {
  attemptOf,
  evidence,
  noon,
  record,
  seen,
  talkAbout,
} from '../../../tests/support/records.ts';
import { policy } from '../../../tests/support/first-policy.ts';
import type { Evidence, Record as WorkerRecord } from '../evidence/evidence.ts';
import { asOf } from './as-of.ts';
import { findConcerns } from './find-concerns.ts';

const harm = evidence('ash', '2026-09-01', { credit: 0, harmful: true });
const talk = talkAbout('ash-attempt', '2026-09-02');
const parallel = evidence('beech', '2026-09-03', { credit: 0.75 });
const safely = seen('2026-09-04', 3);
const settled = record({ evidence: [harm, parallel], debriefed: [talk], seen: [safely] });
const find = (from: WorkerRecord) => findConcerns(from, 'IP-01', policy);
const open = (from: WorkerRecord) => find(from).map((concern) => concern.open);

test('a harmful choice opens a concern; a poor one does not', () => {
  expect(open(record({ evidence: [harm] }))).toEqual([true]);
  expect(open(record({ evidence: [evidence('ash', '2026-09-01', { credit: 0 })] }))).toEqual([]);
  expect(findConcerns(record({ evidence: [harm] }), 'IP-02', policy)).toEqual([]);
});

test('all three steps settle it, and each says when', () => {
  expect(find(settled)).toEqual([
    {
      evidence: harm,
      debriefedAt: talk.at,
      debriefedBy: 'ola',
      parallelAt: parallel.finishedAt,
      observedAt: safely.signedAt,
      observedBy: 'ola',
      open: false,
    },
  ]);
});

describe('each step is needed', () => {
  const without = (parts: Partial<WorkerRecord>) => ({ ...settled, ...parts });
  const instead = (row: Partial<Evidence>) =>
    without({ evidence: [harm, { ...parallel, ...row }] });
  test.each<[string, WorkerRecord]>([
    ['no conversation', without({ debriefed: [] })],
    [
      'a conversation about another attempt',
      without({ debriefed: [{ ...talk, attemptId: 'beech-attempt' }] }),
    ],
    [
      'a conversation before the harm',
      without({ debriefed: [{ ...talk, at: noon('2026-08-01') }] }),
    ],
    ['no other scenario', without({ evidence: [harm] })],
    ['the same scenario again', instead({ slug: 'ash' })],
    ['another scenario, not passed', instead({ credit: 0.5 })],
    ['another scenario, not finished', instead({ finishedAt: null })],
    ['another scenario, on another competency', instead({ competency: 'IP-02' })],
    [
      'another scenario, played before',
      instead({ at: '2026-08-01T11:00:00.000Z', finishedAt: noon('2026-08-01') }),
    ],
    ['another scenario, at a decision that could be avoided', instead({ anchor: null })],
    [
      'another scenario, harmful elsewhere',
      without({
        evidence: [harm, parallel, { ...parallel, id: 'x', anchor: 'two', harmful: true }],
      }),
    ],
    ['not seen at work', without({ seen: [] })],
    ['seen, but not to be trusted with it', without({ seen: [seen('2026-09-04', 2)] })],
    [
      'seen before the harm, signed after',
      without({ seen: [seen('2026-08-04', 3, { signedAt: noon('2026-09-04') })] }),
    ],
    [
      'seen, on another competency',
      without({ seen: [seen('2026-09-04', 5, { competency: 'IP-02' })] }),
    ],
  ])('%s: it stays open', (_, from) => {
    expect(open(from)[0]).toBe(true);
  });
  test('harm at level 3 is not settled by a level 2 scenario; harm at level 2 is by a level 3 one', () => {
    const at = (harmed: 2 | 3, passed: 2 | 3) =>
      open({
        ...settled,
        evidence: [
          { ...harm, level: harmed },
          { ...parallel, level: passed },
        ],
      });
    expect(at(3, 2)).toEqual([true]);
    expect(at(2, 3)).toEqual([false]);
  });
});

describe('another form of the same scenario', () => {
  const harmed = { ...harm, form: 'a', anchor: 'one' };
  const other = {
    ...evidence('ash', '2026-09-03', { credit: 0.75 }),
    ...{ id: 'other', attemptId: 'other-attempt', form: 'b', anchor: 'one' },
  };
  const passedBy = (row: Partial<Evidence>, more: Evidence[] = []) =>
    find({ ...settled, evidence: [harmed, { ...other, ...row }, ...more] })[0]!.parallelAt;
  test('settles it at the same anchor', () => {
    expect(passedBy({})).toBe(other.finishedAt);
  });
  test.each<[string, Partial<Evidence>]>([
    ['at another anchor', { anchor: 'two' }],
    ['at no anchor', { anchor: null }],
    ['in the same form', { form: 'a' }],
    ['not passed', { credit: 0.5 }],
    ['not finished', { finishedAt: null }],
    ['begun before the harm', { at: '2026-08-01T11:00:00.000Z' }],
  ])('does not settle it %s', (_, row) => {
    expect(passedBy(row)).toBeNull();
  });
  test('does not settle it where harm is chosen in it as well', () => {
    const again = { ...other, id: 'again', anchor: 'two', harmful: true, credit: 0 };
    expect(passedBy({}, [again])).toBeNull();
  });
  test('settles by another scenario at any anchor, whatever its form', () => {
    expect(passedBy({ slug: 'beech', anchor: 'two', form: 'a' })).toBe(other.finishedAt);
  });
});

test('a step that was taken back no longer counts: a superseded observation reopens it', () => {
  const corrected = { ...settled, seen: [{ ...safely, supersededAt: noon('2026-09-10') }] };
  expect(open(asOf(corrected, noon('2026-09-09')))).toEqual([false]);
  expect(open(asOf(corrected, noon('2026-09-10')))).toEqual([true]);
});

test('harm counts from the moment it was chosen, also in an attempt that was never finished', () => {
  const left = { ...harm, finishedAt: null };
  expect(open(asOf(record({ evidence: [left] }), left.at))).toEqual([true]);
});

test('every harm is a concern of its own, earliest first in whatever order they come', () => {
  const later = evidence('cedar', '2026-09-20', { credit: 0, harmful: true });
  const rows = [later, ...attemptOf('elm', '2026-09-21', [1]), harm];
  expect(find(record({ evidence: rows })).map((one) => one.evidence.slug)).toEqual([
    'ash',
    'cedar',
  ]);
  expect(find(record({ evidence: rows.reverse() })).map((one) => one.evidence.slug)).toEqual([
    'ash',
    'cedar',
  ]);
});
