import { decision, option, scenarioInput, worth, type ScenarioInput } from './tiny-scenario.ts';

/** A small scenario in which two things go on at once and a third comes in between, and nothing is wrong. */
export const soundStrands = (): ScenarioInput =>
  scenarioInput(
    {
      'two-bells': {
        strands: {
          fall: { start: 'floor', turn: { label: 'Go to the lounge', set: { alone: -1 } } },
          phone: { start: 'call', turn: { label: 'Pick it up', set: { alone: 0 } } },
        },
        attend: 'fall',
        to: 'after',
        happens: [{ when: { fact: 'alone', 'at-least': 20 }, to: 'after' }],
      },
      floor: {
        strand: 'fall',
        happens: [{ when: { fact: 'alone', 'at-least': 9 }, to: 'up' }],
        decision: decision({
          lift: option('up', { minutes: 3 }),
          leave: option('up', { turns: 'phone', key: worth(0.25) }),
        }),
      },
      up: { strand: 'fall', closes: true },
      call: {
        strand: 'phone',
        text: ['It rings.', { when: { fact: 'alone', 'at-least': 5 }, text: 'Is he up yet?' }],
        finds: {
          who: {
            ...{ kind: 'ask', label: 'Ask who it is', tells: 'They say.', note: 'Who it is.' },
            minutes: 6,
          },
          why: {
            ...{ kind: 'ask', label: 'Ask what it is', tells: 'They say.', note: 'What it is.' },
            minutes: 15,
          },
        },
        next: { label: 'Ring off', to: 'down' },
      },
      down: { strand: 'phone', closes: true },
      after: {
        decision: decision({ on: option('last'), off: option('last', { key: worth(0) }) }),
      },
      last: {
        decision: decision({ on: option('well'), off: option('hard', { key: worth(0) }) }),
      },
      ringing: { during: 'rings', next: { label: 'Say yes', to: 'back' } },
      well: { ending: 'well' },
      hard: { ending: 'hard' },
    },
    {
      facts: { alone: { timer: 60, about: 'Minutes that somebody has been alone.' } },
      interruptions: { rings: { when: { minutes: { 'at-least': 15 } }, to: 'ringing' } },
      people: {
        dot: {
          name: 'Dot',
          about: 'Ninety, and up before anybody else.',
          portrait: { seed: 'dot', head: 'bun', skin: 'ae5d29' },
        },
      },
    },
  );
