import { describe, expect, test } from 'vitest';
import {
  discussion,
  evidence,
  noon,
  record,
  seen,
  talkAbout,
} from '../../../tests/support/records.ts';
import { asOf, monthsBefore } from './as-of.ts';

describe('asOf', () => {
  const all = record({
    evidence: [evidence('ash', '2026-09-05', { at: noon('2026-09-01') })],
    seen: [seen('2026-09-10', 3, { supersededAt: noon('2026-09-20') })],
    debriefed: [talkAbout('ash-attempt', '2026-09-15')],
    discussed: [discussion('2026-09-25')],
  });
  test.each([
    ['2026-08-31', [], 0, 0, 0],
    ['2026-09-01', [null], 0, 0, 0],
    ['2026-09-04', [null], 0, 0, 0],
    ['2026-09-05', [noon('2026-09-05')], 0, 0, 0],
    ['2026-09-10', [noon('2026-09-05')], 1, 0, 0],
    ['2026-09-15', [noon('2026-09-05')], 1, 1, 0],
    ['2026-09-20', [noon('2026-09-05')], 0, 1, 0],
    ['2026-09-25', [noon('2026-09-05')], 0, 1, 1],
  ])('at noon on %s', (day, finished, observations, talks, discussions) => {
    const then = asOf(all, noon(day));
    expect(then.evidence.map((row) => row.finishedAt)).toEqual(finished);
    expect(then.seen).toHaveLength(observations);
    expect(then.debriefed).toHaveLength(talks);
    expect(then.discussed).toHaveLength(discussions);
  });
  test('an observation counts from when it was signed, not from when it was seen', () => {
    const late = record({ seen: [seen('2026-09-01', 3, { signedAt: noon('2026-09-09') })] });
    expect(asOf(late, noon('2026-09-08')).seen).toEqual([]);
    expect(asOf(late, noon('2026-09-09')).seen).toHaveLength(1);
  });
  test('the record itself is left as it was', () => {
    const kept = structuredClone(all);
    asOf(all, noon('2026-09-02'));
    expect(all).toEqual(kept);
  });
});

test.each([
  ['2026-11-21T12:00:00.000Z', 12, '2025-11-21T12:00:00.000Z'],
  ['2026-03-31T12:00:00.000Z', 1, '2026-02-28T12:00:00.000Z'],
  ['2024-03-30T12:00:00.000Z', 1, '2024-02-29T12:00:00.000Z'],
  ['2024-02-29T12:00:00.000Z', 12, '2023-02-28T12:00:00.000Z'],
  ['2026-01-15T00:00:00.000Z', 2, '2025-11-15T00:00:00.000Z'],
  ['2026-01-31T23:59:59.999Z', 24, '2024-01-31T23:59:59.999Z'],
])('%s, %i months before: %s', (at, months, expected) => {
  expect(monthsBefore(at, months)).toBe(expected);
});
