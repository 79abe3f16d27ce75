import { expect, test } from 'vitest';
import { attemptOf, record, seen, talkAbout } from '../../../tests/support/records.ts';
import { policy } from '../../../tests/support/first-policy.ts';
import { concernSteps } from './concern-steps.ts';
import { findConcerns } from './find-concerns.ts';

const harm = attemptOf('ash', '2026-09-01', [0], { harmful: true });
const who = { worker: 'Ada', nameOf: (id: string) => `the name of ${id}` };
const asked = { words: 'Asked.', day: '2026-10-01', overdue: false };

test('each step is somebody’s: who is asked while it is open, who did it and when afterwards', () => {
  const open = findConcerns(record({ evidence: harm }), 'IP-01', policy)[0]!;
  expect(concernSteps(open, who, (kind) => (kind === 'see' ? asked : null))).toEqual([
    { kind: 'talk', doneAt: null, by: null, arranged: null },
    { kind: 'play', doneAt: null, by: null, arranged: null },
    { kind: 'see', doneAt: null, by: null, arranged: asked },
  ]);
  const settled = findConcerns(
    record({
      evidence: [...harm, ...attemptOf('beech', '2026-09-10', [1])],
      debriefed: [talkAbout('ash-attempt', '2026-09-05')],
      seen: [seen('2026-09-12', 4, { observerId: 'pat' })],
    }),
    'IP-01',
    policy,
  )[0]!;
  expect(concernSteps(settled, who, () => asked)).toEqual([
    { kind: 'talk', doneAt: '2026-09-05T12:00:00.000Z', by: 'the name of ola', arranged: null },
    { kind: 'play', doneAt: '2026-09-10T12:00:00.000Z', by: 'Ada', arranged: null },
    { kind: 'see', doneAt: '2026-09-12T12:00:00.000Z', by: 'the name of pat', arranged: null },
  ]);
});
