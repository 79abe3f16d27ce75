import { describe, expect, test } from 'vitest';
import { policy } from '../../../tests/support/first-policy.ts';
import {
  attemptOf,
  discussion,
  evidence,
  noon,
  offering,
  opening,
  record,
  seen,
  soundJudgement,
  soundPractice,
} from '../../../tests/support/records.ts';
import type { Evidence, Record as WorkerRecord } from '../evidence/evidence.ts';
import { foldProfile } from './fold-profile.ts';
import { needOf, type State } from './state.ts';

const at = noon('2026-11-01');
const more = offering(opening('yew', 3));
const standing = (from: Partial<WorkerRecord>, level: 2 | 3 = 2, when = at) =>
  foldProfile(record(from), policy, when, ['IP-01'], more)[0]!.levels[level];

const poorJudgement = attemptOf('ash', '2026-09-01', [0, 0, 0, 0]);
const poorPractice = [seen('2026-10-01', 2)];
const three = (more: Partial<Evidence>) => soundJudgement(3).map((row) => ({ ...row, ...more }));
const discussed = [discussion('2026-10-20')];
const harm = evidence('oak', '2026-09-20', { credit: 0, harmful: true });
const good = { evidence: soundJudgement(2), seen: soundPractice() };

const table: [string, Partial<WorkerRecord>, 2 | 3, State, string, RegExp][] = [
  ['nothing at all', {}, 2, 'no-evidence', 'play', /No decision in a finished scenario/],
  [
    'nothing but decisions that could be avoided',
    { evidence: [evidence('ash', '2026-09-01', { anchor: null })] },
    2,
    'no-evidence',
    'play',
    /No decision/,
  ],
  [
    'a few sound decisions',
    { evidence: attemptOf('ash', '2026-09-01', [1, 1]) },
    2,
    'insufficient',
    'play',
    /too little to tell/,
  ],
  [
    'one observation under the level',
    { seen: [seen('2026-10-01', 2)] },
    2,
    'insufficient',
    'play',
    /1 observation, at "with someone beside"/,
  ],
  [
    'one observation at the level',
    { seen: [seen('2026-10-01', 3)] },
    2,
    'emerging',
    'play',
    /1 observation/,
  ],
  [
    'sound decisions, not yet as many as asked',
    { evidence: soundJudgement(2).slice(0, 8) },
    2,
    'emerging',
    'play',
    /point to sound judgement. The level asks for 8 decisions in 3 scenarios/,
  ],
  [
    'decisions that point to not yet',
    { evidence: poorJudgement },
    2,
    'emerging',
    'play',
    /point to "not yet"/,
  ],
  [
    'judgement and nothing seen',
    { evidence: soundJudgement(2) },
    2,
    'judgement-shown',
    'observe',
    /Practice: not seen yet/,
  ],
  [
    'judgement and one observation',
    { ...good, seen: [seen('2026-10-01', 3)] },
    2,
    'judgement-shown',
    'observe',
    /1 observation/,
  ],
  [
    'practice and no decision',
    { seen: soundPractice() },
    2,
    'practice-seen',
    'play',
    /No decision/,
  ],
  ['both', good, 2, 'meets', 'none', /safely, not that it always is/],
  [
    'judgement, and practice against it',
    { ...good, seen: poorPractice },
    2,
    'conflict',
    'talk',
    /point to sound/,
  ],
  [
    'practice, and judgement against it',
    { ...good, evidence: poorJudgement },
    2,
    'conflict',
    'talk',
    /"not yet"/,
  ],
  [
    'both, and one harmful choice',
    { ...good, evidence: [...good.evidence, harm] },
    2,
    'concern',
    'talk',
    /1 choice would have done harm and is not settled/,
  ],
  ['a harmful choice and nothing else', { evidence: [harm] }, 2, 'concern', 'talk', /harm/],
  [
    'harm, and practice against: concern comes first',
    { evidence: [...soundJudgement(2), harm], seen: poorPractice },
    2,
    'concern',
    'talk',
    /harm/,
  ],
  ['level 2 judgement at level 3', good, 3, 'practice-seen', 'play', /No decision .* level 3/],
  [
    'level 3 judgement and practice, without a discussion',
    { evidence: three({}), seen: soundPractice() },
    3,
    'emerging',
    'discuss',
    /point to sound/,
  ],
  [
    'with a discussion at level 2 only',
    { evidence: three({}), seen: soundPractice(), discussed: [{ ...discussed[0]!, level: 2 }] },
    3,
    'emerging',
    'discuss',
    /sound/,
  ],
  [
    'with a discussion of something else',
    {
      evidence: three({}),
      seen: soundPractice(),
      discussed: [{ ...discussed[0]!, competency: 'IP-02' }],
    },
    3,
    'emerging',
    'discuss',
    /sound/,
  ],
  [
    'with a discussion at level 3',
    { evidence: three({}), seen: soundPractice(), discussed },
    3,
    'meets',
    'none',
    /safely/,
  ],
  [
    'level 3 decisions that were all routine',
    { evidence: three({ nonRoutine: false }), seen: soundPractice(), discussed },
    3,
    'practice-seen',
    'play',
    /6 of them non-routine/,
  ],
];

describe('a record, and the state it comes to', () => {
  test.each(table)('%s', (_, from, level, state, next, because) => {
    const stands = standing(from, level);
    expect(stands.state).toBe(state);
    expect(stands.next.kind).toBe(next);
    expect(stands.because.join(' ')).toMatch(because);
    expect(stands.policyVersion).toBe('2026-11-22');
    expect(stands.rule.length).toBeGreaterThan(20);
  });

  test('both, and more than twelve months without being seen: due for review', () => {
    expect(standing(good, 2, noon('2027-10-02')).state).toBe('meets');
    const late = standing(good, 2, noon('2027-10-04'));
    expect([late.state, late.next.kind, late.rule]).toEqual([
      'due-for-review',
      'observe',
      policy.review.rule,
    ]);
    const again = { ...good, seen: [...good.seen, seen('2027-10-03', 3)] };
    expect(standing(again, 2, noon('2027-10-04')).state).toBe('meets');
  });

  test('every state can be reached, and has its place by need', () => {
    const reached = new Set<State>([...table.map(([, , , state]) => state), 'due-for-review']);
    expect(reached.size).toBe(9);
    expect([...reached].map(needOf).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect([...reached].sort((a, b) => needOf(a) - needOf(b)).slice(0, 2)).toEqual([
      'concern',
      'conflict',
    ]);
  });
});

test('level 3 is never met without a discussion, whatever else there is', () => {
  const seenOften = Array.from({ length: 9 }, (_, n) =>
    seen(`2026-10-0${n + 1}`, 5, { observerId: `observer-${n}`, task: `task-${n}` }),
  );
  const much = Array.from({ length: 20 }, (_, n) =>
    attemptOf(`scenario-${n}`, `2026-09-1${n % 9}`, [1, 1, 1, 1], { level: 3, nonRoutine: true }),
  ).flat();
  expect(standing({ evidence: much, seen: seenOften }, 3).state).not.toBe('meets');
  expect(standing({ evidence: much, seen: seenOften, discussed }, 3).state).toBe('meets');
});

test('the middle and the lowest of several observations are said, never a mean', () => {
  const seenTimes = [seen('2026-10-01', 2), seen('2026-10-02', 5), seen('2026-10-03', 4)];
  expect(standing({ seen: seenTimes }).because.join(' ')).toMatch(
    /3 observations, the middle one at "alone within limits", the lowest of the latest at "with someone beside"/,
  );
});

test('superseded observations do not count', () => {
  const corrected = [
    ...soundPractice().map((row) => ({ ...row, supersededAt: noon('2026-10-10') })),
    seen('2026-10-10', 2),
  ];
  expect(standing({ ...good, seen: corrected }).state).toBe('conflict');
  expect(standing({ ...good, seen: corrected }, 2, '2026-10-10T11:59:59.999Z').state).toBe('meets');
});
