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
import type { Attempt, MadeMove } from './attempt.ts';
import { buildDebrief } from './build-debrief.ts';
import { takeMove } from './take-move.ts';

const both = (one: number, other: number, harmful?: string[]) =>
  worth({ 'IP-01': one, 'IP-02': other }, harmful);
const published = publish(
  tinyScenario(
    {
      hall: {
        title: 'The hall',
        finds: {
          plan: {
            kind: 'look',
            label: 'Read the plan',
            tells: 'It says.',
            note: 'The plan.',
            minutes: 20,
          },
        },
        decision: decision(
          {
            ask: option('stairs', {
              text: 'Ask her',
              set: { asked: true },
              key: both(1, 1),
              followed: [{ when: { fact: 'asked', is: true }, text: 'She tells you.' }],
            }),
            guess: option('stairs', { key: both(1, 0.5) }),
            shove: option('stairs', { key: both(1, 1, ['IP-02']) }),
            hidden: option('stairs', { when: { fact: 'asked', is: true }, key: both(0, 0) }),
          },
          { competencies: ['IP-01', 'IP-02'] },
        ),
      },
      stairs: { next: { label: 'Go up', to: 'landing' } },
      landing: {
        decision: decision({
          rest: option([{ when: { fact: 'asked', is: true }, to: 'bath' }, { to: 'end' }], {
            key: worth(0.5),
          }),
          push: option('bath', { key: worth(0.25) }),
        }),
      },
      bath: {
        decision: decision({
          mend: option('end', { recovers: true, key: worth(0.75) }),
          leave: option('end', { key: worth(0) }),
        }),
      },
      end: {
        title: 'The end',
        text: ['Over.', { when: { fact: 'asked', is: true }, text: 'She smiles.' }],
        ending: 'mixed',
      },
    },
    { facts: { asked: { flag: false, about: 'You asked her' } } },
  ),
);

const played = (...words: string[]) => {
  let attempt: Attempt = {
    id: 'attempt',
    personId: 'kim',
    slug: 'tiny',
    versionHash: published.hash,
    form: '',
    mode: 'assessed',
    seed: 5,
    step: 0,
    moment: firstMoment(published.machine),
    startedAt: '2026-09-01T11:00:00.000Z',
    finishedAt: null,
    arrivedBy: null,
    signedIn: byPassword,
  };
  const moves = words.map((one): MadeMove => {
    const move = readMove(one);
    const taken = takeMove(published, attempt, { step: attempt.step, move });
    if (!taken.ok) throw new Error(`${one}: ${taken.problem.code}`);
    const { before, after, offered } = taken.value;
    const made = {
      kind: move.type,
      choice: move.choice,
      scene: before.scene,
      worldBefore: before.world,
    };
    attempt = { ...attempt, step: attempt.step + 1, moment: after };
    return {
      ...made,
      id: `move-${attempt.step}`,
      step: attempt.step,
      offered,
      words: null,
      confidence: null,
      dwellMs: null,
      at: attempt.startedAt,
    };
  });
  return buildDebrief(published, attempt, moves);
};

test('a finished attempt is told from first move to last', () => {
  const { path, ending } = played('find plan', 'decide ask', 'go-on', 'decide push', 'decide mend');
  expect(path.map((one) => (one.kind === 'step' ? one.step : one.decision.scene))).toEqual([
    { clock: '23:50', did: 'Read the plan' },
    'hall',
    { clock: '00:10', did: 'Go up' },
    'landing',
    'bath',
  ]);
  expect(ending).toEqual({ title: 'The end', text: 'Over.\n\nShe smiles.', feel: 'mixed' });
});

test('a decision is told with all that stood behind it, and with the options that were offered', () => {
  const [asked] = played(
    'find plan',
    'decide ask',
    'go-on',
    'decide push',
    'decide mend',
  ).decisions;
  expect(asked).toMatchObject({
    title: 'The hall',
    clock: '00:10',
    chosen: 'Ask her',
    followed: 'She tells you.',
    worth: 'sound',
    anchored: true,
    facts: [{ about: 'You asked her', value: 'no' }],
    knew: ['The plan.'],
  });
  expect(asked!.options.map((one) => one.id).sort()).toEqual(['ask', 'guess', 'shove']);
  expect(asked!.options.find((one) => one.chosen)!.id).toBe('ask');
  expect(asked!.options.find((one) => one.id === 'shove')!.harmful).toEqual(['IP-02']);
});

describe('what a choice was worth', () => {
  test.each([
    ['ask', 'sound'],
    ['guess', 'mostly-sound'],
    ['shove', 'harmful'],
  ])('%s: %s', (choice, expected) => {
    expect(
      played(`decide ${choice}`, 'go-on', 'decide push', 'decide leave').decisions[0]!.worth,
    ).toBe(expected);
  });
  test('an average hiding harm: full credit does not make it sound, and it is what matters', () => {
    const { decisions, wentWell, matters } = played(
      'decide shove',
      'go-on',
      'decide push',
      'decide leave',
    );
    expect(decisions.map((one) => one.worth)).toEqual(['harmful', 'not-sound', 'not-sound']);
    expect(wentWell).toEqual([]);
    expect(matters!.scene).toBe('hall');
  });
  test('of the least sound, the first is what matters; with nothing unsound, nothing is', () => {
    expect(played('decide ask', 'go-on', 'decide push', 'decide leave').matters!.scene).toBe(
      'landing',
    );
    expect(played('decide ask', 'go-on', 'decide rest', 'decide mend').matters!.scene).toBe(
      'landing',
    );
  });
  test('a slip that was put right went well, though it does not count towards the total', () => {
    const { wentWell, decisions } = played('decide ask', 'go-on', 'decide push', 'decide mend');
    expect(wentWell.map((one) => one.scene)).toEqual(['hall', 'bath']);
    expect(decisions.map((one) => one.anchored)).toEqual([true, true, false]);
  });
});

test('the total rests on anchors alone, and says on how many', () => {
  const claim = { competency: 'IP-01', level: 2, anchors: 2, nonRoutine: 0 };
  expect(played('decide ask', 'go-on', 'decide push', 'decide leave').claims).toEqual([
    { ...claim, score: 0.625 },
  ]);
  expect(played('decide guess', 'go-on', 'decide rest').claims).toEqual([
    { ...claim, score: 0.75 },
  ]);
});
