import {
  decision,
  levelThree,
  option,
  scenarioInput,
  worth,
  type ScenarioInput,
} from './tiny-scenario.ts';

/** The names that the sound scenario may cite. */
export const frameworks = {
  competencies: new Set(['IP-01', 'IP-02']),
  indicators: new Set(['L2-S1', 'L3-S1']),
  outcomes: new Map([
    ['2025', new Set(['CC-1.1'])],
    ['2015', new Set(['CC-1.1', 'CC-1.9'])],
  ]),
};

/** A small scenario with one of everything and nothing wrong with it. */
export const soundInput = (): ScenarioInput =>
  scenarioInput(
    {
      hall: {
        people: { ada: [{ when: { knows: 'plan' }, mood: 'worried' }, { mood: 'calm' }] },
        text: ['A hall.', { when: { minutes: { 'at-least': 5 } }, text: 'It is late.' }],
        happens: [{ when: { minutes: { 'at-least': 30 } }, set: { wet: true }, to: 'flood' }],
        finds: {
          plan: {
            kind: 'look',
            label: 'Read the plan',
            tells: ['It says.'],
            note: 'The plan.',
            minutes: 5,
          },
          tap: {
            kind: 'look',
            label: 'Look at the tap',
            when: { knows: 'plan' },
            tells: ['It runs.', { when: { knows: 'door' }, text: 'And runs.' }],
            note: 'The tap.',
            set: { wet: true },
            minutes: 25,
          },
          door: { kind: 'look', label: 'Look behind the door', tells: 'A mop.', note: 'The mop.' },
        },
        decision: decision(
          {
            ask: option('stairs', { add: { trust: 1 } }),
            shout: option([{ when: { knows: 'plan' }, to: 'kitchen' }, { to: 'stairs' }], {
              key: worth(0, ['IP-01']),
            }),
            point: option('stairs', {
              when: { knows: 'plan' },
              set: { trust: 2 },
              key: worth(0.5),
            }),
          },
          { anchor: 'entering' },
        ),
      },
      flood: {
        decision: decision(
          { mop: option('stairs'), wade: option('stairs', { key: worth(0) }) },
          { anchor: 'entering' },
        ),
      },
      kitchen: { next: { label: 'Go on', set: { wet: false }, to: 'stairs' } },
      stairs: {
        people: { ada: 'smiling' },
        text: ['The stairs.', { when: { fact: 'wet', is: true }, text: 'They are wet.' }],
        decision: decision(
          {
            wait: option([{ when: { fact: 'trust', 'at-least': 2 }, to: 'well' }, { to: 'hard' }], {
              key: worth({ 'IP-01': 1, 'IP-02': 1 }),
              recovers: true,
              followed: [
                { when: { any: [{ knows: 'tap' }, { not: { knows: 'plan' } }] }, text: 'So.' },
              ],
            }),
            run: option('hard', {
              key: worth({ 'IP-01': 0.25, 'IP-02': 0 }),
              followed: 'Off you go.',
            }),
          },
          { ...levelThree, competencies: ['IP-01', 'IP-02'] },
        ),
      },
      well: { ending: 'well' },
      hard: { ending: 'hard' },
    },
    {
      facts: {
        wet: { flag: false, about: 'The floor is wet' },
        trust: { counter: [0, 4], start: 1, about: 'How far Ada trusts you' },
      },
      people: {
        ada: {
          name: 'Ada',
          about: 'Ninety, and up before anybody else.',
          portrait: { seed: 'ada', head: 'bun', skin: 'ae5d29' },
        },
      },
    },
  );
