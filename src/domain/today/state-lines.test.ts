import { expect, test } from 'vitest';
import {
  attemptOf,
  evidence,
  record,
  seen,
  soundJudgement,
  talkAbout,
} from '../../../tests/support/records.ts';
import { policy as firstPolicy } from '../../../tests/support/first-policy.ts';
import { foldProfile } from '../profile/fold-profile.ts';
import type { Record as WorkerRecord } from '../evidence/evidence.ts';
import { stateLines } from './state-lines.ts';

const ada = { id: 'ada', name: 'Ada' };
const boss = { id: 'boss', role: 'manager', services: ['here'], everywhere: false } as const;
const at = '2026-11-22T09:00:00.000Z';
const stand = (of: WorkerRecord, ids: string[], arranged: string[] = []) =>
  foldProfile(of, firstPolicy, at, ids).map((one) => ({
    ...one,
    title: `Title of ${one.competency}`,
    arranged: arranged.includes(one.competency)
      ? { words: 'Booked.', day: '2026-12-01', overdue: false }
      : null,
  }));
const harm = (competency: string, day: string) =>
  evidence('ash', day, { competency, harmful: true, credit: 0, id: `${competency}-${day}` });

test('one line for all concerns of a person, led by what has stood longest and nobody has arranged', () => {
  const of = record({
    evidence: [
      harm('IP-01', '2026-11-05'),
      harm('IP-02', '2026-11-01'),
      harm('IP-03', '2026-11-03'),
    ],
  });
  const [line, ...more] = stateLines(ada, stand(of, ['IP-01', 'IP-02', 'IP-03'], ['IP-02']), boss);
  expect(more).toEqual([]);
  expect(line).toMatchObject({
    need: 'concern',
    title: 'A choice that would have done harm: Title of IP-03, and 2 more. Open since 3 Nov 2026.',
    arranged: false,
    action: {
      href: '/people/ada/arrange?competency=IP-03&level=2',
      words: 'Arrange the talk',
    },
  });
});

test('what is arranged is said, and asks for no second arranging', () => {
  const of = record({ evidence: [harm('IP-01', '2026-11-05')] });
  expect(stateLines(ada, stand(of, ['IP-01'], ['IP-01']), boss)[0]).toMatchObject({
    arranged: true,
    says: [expect.stringContaining('Next: Talk through'), 'Booked.'],
    action: { href: '/people/ada/IP-01', words: 'Look at it' },
  });
});

test('a conflict has a line of its own beside a concern', () => {
  const of = record({
    evidence: [...soundJudgement(2), harm('IP-02', '2026-11-05')],
    seen: [seen('2026-10-01', 1), seen('2026-10-02', 2)],
    debriefed: [talkAbout('ash-attempt', '2026-11-06')],
  });
  const lines = stateLines(ada, stand(of, ['IP-01', 'IP-02']), boss);
  expect(lines.map(({ need }) => need)).toEqual(['concern', 'conflict']);
});

test('a record with neither has no line', () => {
  const of = record({ evidence: attemptOf('ash', '2026-11-01', [1, 1]) });
  expect(stateLines(ada, stand(of, ['IP-01']), boss)).toEqual([]);
});
