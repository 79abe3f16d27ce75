import { describe, expect, test } from 'vitest';
import {
  decision,
  option,
  play,
  readMove,
  tinyScenario,
} from '../../../tests/support/tiny-scenario.ts';
import { firstMoment } from '../scenario/moment.ts';
import { toMachine } from '../scenario/to-machine.ts';
import { learnerView, storyClock } from './learner-view.ts';

// Every text that must not be seen in the hall begins with SECRET; what may be seen begins with SEEN.
const secretKey = (credit: number, harmful?: string[]) => ({
  credit: { 'IP-07': credit },
  why: 'SECRET why this is worth what it is.',
  ...(harmful && { harmful }),
});
const scenario = tinyScenario(
  {
    hall: {
      title: 'SEEN hall',
      place: 'SEEN place',
      people: {
        ada: [{ when: { fact: 'secret-fact', is: true }, mood: 'angry' }, { mood: 'calm' }],
      },
      text: ['SEEN text.', { when: { fact: 'secret-fact', is: true }, text: 'SECRET fragment.' }],
      happens: [{ when: { minutes: { 'at-least': 777 } }, to: 'secret-flood' }],
      finds: {
        plan: {
          kind: 'look',
          label: 'SEEN label of the plan',
          tells: [
            'SECRET until found: plan.',
            { when: { fact: 'secret-fact', is: true }, text: 'SECRET part.' },
          ],
          note: 'SECRET until found: note.',
          minutes: 3,
          set: { 'secret-mark': true },
        },
        drawer: {
          kind: 'ask',
          label: 'SECRET label not offered',
          when: { knows: 'plan' },
          tells: 'SECRET drawer.',
          note: 'SECRET drawer note.',
        },
      },
      decision: decision(
        {
          ask: option('secret-stairs', {
            text: 'SEEN ask',
            followed: 'SECRET followed.',
            recovers: true,
            add: { 'secret-count': 1 },
            key: secretKey(0.875),
          }),
          go: option('secret-stairs', {
            text: 'SEEN go',
            set: { 'secret-mark': true },
            key: secretKey(0.125, ['IP-07']),
          }),
          wait: option('secret-flood', {
            text: 'SECRET option not offered',
            when: { knows: 'plan' },
            key: secretKey(0.625),
          }),
        },
        {
          prompt: 'SEEN prompt',
          weigh: 'SECRET: what a colleague would weigh.',
          anchor: 'secret-anchor',
          competencies: ['IP-07'],
          indicators: ['L2-S5'],
          weight: 4.5,
          level: 2,
        },
      ),
    },
    'secret-stairs': {
      title: 'SECRET stairs',
      place: 'SECRET place',
      people: { bo: 'calm' },
      text: 'SECRET text.',
      next: { label: 'SECRET label', to: 'secret-flood' },
    },
    'secret-flood': { title: 'SECRET flood', text: 'SECRET end.', ending: 'hard' },
  },
  {
    title: 'SEEN title',
    purpose: 'SECRET purpose, which is told before.',
    claims: [{ competency: 'IP-07', level: 2 }],
    sources: [{ title: 'SECRET source', about: 'SECRET about.' }],
    facts: {
      'secret-fact': { flag: false, about: 'SECRET fact' },
      'secret-mark': { flag: false, about: 'SECRET mark' },
      'secret-count': { counter: [0, 3], start: 0, about: 'SECRET count' },
    },
    people: {
      ada: {
        name: 'SEEN Ada',
        about: 'SECRET about her',
        portrait: { seed: 'secret', head: 'bun', skin: 'ae5d29' },
      },
      bo: {
        name: 'SECRET Bo',
        about: 'SECRET about him',
        portrait: { seed: 'secret', head: 'bun', skin: 'ae5d29' },
      },
    },
  },
);
const first = firstMoment(toMachine(scenario));
const viewAt = (moves: string[], last?: string) => {
  const before = play(scenario, last ? moves.slice(0, -1) : moves)!;
  const moment = play(scenario, moves)!;
  const { type: kind, choice } = readMove(last ?? 'go-on');
  const made = { kind, scene: before.scene, choice, worldBefore: before.world };
  return learnerView(scenario, { moment, seed: 1, step: moves.length }, last ? made : undefined);
};

describe('feedback leaking the key before a retake: nothing of it is in what a worker sees', () => {
  const keyWords =
    /0\.875|0\.125|0\.625|4\.5|777|IP-07|L2-S5|credit|harm|recover|weigh|anchor|"when"|"key"|"why"|"facts"|"level"|"to"/i;
  test('in a scene', () => {
    const sent = JSON.stringify(viewAt([]));
    expect(sent).not.toMatch(/secret/i);
    expect(sent).not.toMatch(keyWords);
    expect(sent.match(/SEEN/g)).toHaveLength(9);
  });
  test('after a find, which opens its own tells and what it makes possible, and no more', () => {
    const view = viewAt(['find plan'], 'find plan');
    expect(JSON.stringify(view)).not.toMatch(keyWords);
    const sent = JSON.stringify(view).replaceAll(
      /SECRET (until found|label not offered|option not offered)/g,
      '',
    );
    expect(sent).not.toMatch(/secret/i);
    expect(view.found).toEqual([
      { id: 'plan', label: 'SEEN label of the plan', tells: 'SECRET until found: plan.' },
    ]);
    expect(view.known).toEqual([{ id: 'plan', note: 'SECRET until found: note.' }]);
    expect(view.finds).toEqual([
      { id: 'drawer', kind: 'ask', label: 'SECRET label not offered', minutes: 0 },
    ]);
  });
  test('after a decision, which opens what followed and the next scene, and no more', () => {
    const view = viewAt(['decide ask'], 'decide ask');
    const sent = JSON.stringify(view);
    expect(sent).not.toMatch(keyWords);
    expect(view.past).toEqual({
      title: 'SEEN hall',
      text: 'SEEN text.',
      did: 'SEEN ask',
      followed: 'SECRET followed.',
    });
    for (const kept of [
      'SECRET why',
      'SECRET flood',
      'SECRET end',
      'SECRET fragment',
      'SECRET until',
      'SEEN go',
    ])
      expect(sent).not.toContain(kept);
  });
  test('at an ending', () => {
    const view = viewAt(['decide ask', 'go-on'], 'go-on');
    expect(view).toMatchObject({
      ending: 'hard',
      finds: [],
      past: { did: 'SECRET label', followed: '' },
    });
    expect(view.decision).toBeUndefined();
    expect(view.next).toBeUndefined();
    expect(JSON.stringify(view)).not.toMatch(keyWords);
  });
  test('and the fields are these and no others', () => {
    expect(Object.keys(viewAt(['decide ask'], 'decide ask')).sort()).toEqual([
      'finds',
      'found',
      'known',
      'next',
      'past',
      'people',
      'scenario',
      'scene',
      'step',
    ]);
    expect(Object.keys(viewAt([]).decision!.options[0]!).sort()).toEqual(['id', 'text']);
  });
});

test('what was found in an earlier scene is in the notebook, and no longer told in full', () => {
  const view = viewAt(['find plan', 'decide ask'], 'decide ask');
  expect(view.known).toEqual([{ id: 'plan', note: 'SECRET until found: note.' }]);
  expect([view.found, view.finds]).toEqual([[], []]);
});

test('a mood, a text and what was found follow the world', () => {
  const moment = {
    ...first,
    world: {
      ...first.world,
      facts: { ...first.world.facts, 'secret-fact': true },
      known: ['plan'],
    },
  };
  const view = learnerView(scenario, { moment, seed: 1, step: 1 });
  expect(view.people).toEqual([{ id: 'ada', name: 'SEEN Ada', mood: 'angry' }]);
  expect(view.scene.text).toBe('SEEN text.\n\nSECRET fragment.');
  expect(view.found[0]!.tells).toContain('SECRET part.');
});

test.each([
  ['23:50', 0, '23:50'],
  ['23:50', 10, '00:00'],
  ['07:05', 55, '08:00'],
  ['00:00', 24 * 60 * 3 + 61, '01:01'],
])('the story clock: %s and %i minutes is %s', (start, minutes, expected) => {
  expect(storyClock(start, minutes)).toBe(expected);
});
