import { describe, expect, test } from 'vitest';
import {
  decision,
  option,
  publish,
  readMove,
  tinyScenario,
  worth,
} from '../../../tests/support/tiny-scenario.ts';
import { byPassword } from '../access/signed-in.ts';
import { firstMoment } from '../scenario/moment.ts';
import type { Attempt } from './attempt.ts';
import { takeMove } from './take-move.ts';

const published = publish(
  tinyScenario({
    hall: {
      finds: {
        plan: { kind: 'look', label: 'Read the plan', tells: 'It says.', note: 'The plan.' },
      },
      decision: decision({
        ask: option('stairs', { when: { knows: 'plan' } }),
        go: option('stairs', { key: worth(0.25, ['IP-01']) }),
        wait: option('end'),
      }),
    },
    stairs: { next: { label: 'Go on', to: 'end' } },
    end: { ending: 'well' },
  }),
);
const begun: Attempt = {
  id: 'attempt',
  personId: 'kim',
  slug: 'tiny',
  versionHash: published.hash,
  form: '',
  mode: 'assessed',
  seed: 3,
  step: 0,
  moment: firstMoment(published.machine),
  startedAt: '2026-09-01T11:00:00.000Z',
  finishedAt: null,
  arrivedBy: null,
  signedIn: byPassword,
};
const take = (words: string, more: Partial<Attempt> = {}, step = more.step ?? 0) =>
  takeMove(published, { ...begun, ...more }, { step, move: readMove(words) });

describe('a move is refused', () => {
  test.each<[string, string, string, Partial<Attempt>, number]>([
    [
      'in a finished attempt',
      'finished',
      'decide go',
      { finishedAt: '2026-09-01T12:00:00.000Z' },
      0,
    ],
    [
      'in a finished attempt, whatever its step',
      'finished',
      'decide go',
      { finishedAt: '2026-09-01T12:00:00.000Z' },
      7,
    ],
    ['that was already made', 'stale-step', 'decide go', { step: 1 }, 0],
    ['that is ahead of its turn', 'stale-step', 'decide go', {}, 1],
    ['that is no option', 'not-offered', 'decide dance', {}, 0],
    ['that is an option of the file but not offered here', 'not-offered', 'decide ask', {}, 0],
    ['that is of another kind', 'not-offered', 'go-on', {}, 0],
    [
      'that is a find of the past',
      'not-offered',
      'find plan',
      { moment: { scene: 'hall', world: { ...begun.moment.world, known: ['plan'] } } },
      0,
    ],
    [
      'at an ending',
      'not-offered',
      'decide go',
      { moment: { scene: 'end', world: begun.moment.world } },
      0,
    ],
  ])('%s: %s', (_, code, words, more, step) => {
    expect(take(words, more, step)).toEqual({ ok: false, problem: { code } });
  });
});

describe('a move is taken', () => {
  test('with what was offered, where it led and what it says', () => {
    const taken = take('decide go');
    expect(taken).toMatchObject({
      ok: true,
      value: {
        before: begun.moment,
        after: { scene: 'stairs' },
        finished: false,
        assessed: [{ competency: 'IP-01', credit: 0.25, harmful: true, anchor: 'hall' }],
      },
    });
    expect(taken.ok && [...taken.value.offered].sort()).toEqual(['go', 'wait']);
  });
  test('and ends the attempt where it leads to an ending', () => {
    expect(take('decide wait')).toMatchObject({ ok: true, value: { finished: true } });
  });
  test('and looking says nothing about anybody', () => {
    expect(take('find plan')).toMatchObject({ ok: true, value: { finished: false, assessed: [] } });
  });
  test('and the attempt itself is left as it was', () => {
    const kept = structuredClone(begun);
    take('decide go');
    expect(begun).toEqual(kept);
  });
});

test('a replay counted as new evidence: practice gives none, harmful or not', () => {
  for (const words of ['decide go', 'decide wait'])
    expect(take(words, { mode: 'practice' })).toMatchObject({ ok: true, value: { assessed: [] } });
});
