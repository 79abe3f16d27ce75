import { Decision } from '#domain/scenario/decision.ts';

const asked = {
  prompt: 'What now?',
  level: 2,
  routine: true,
  initiative: 'own',
  competencies: ['IP-01', 'IP-02'],
  indicators: ['L2-S1'],
  weigh: 'I look first.',
} as const;
const onward = { minutes: 5, followed: 'You go on.', to: 'end' } as const;
const why = (of: string) => `Because ${of} is what it is, for the person.`;

/** A decision of one kind, as the schema reads it. */
const read = <Kind extends Decision['kind']>(kind: Kind, more: object) =>
  Decision.parse({ kind, ...asked, ...more }) as Extract<Decision, { kind: Kind }>;

/** One decision of each kind, on two competencies, with something harmful in each but the last. */
export const kinds = {
  'best-action': read('best-action', {
    options: {
      look: {
        text: 'Look first',
        minutes: 2,
        set: { wet: true },
        followed: ['You look.', { when: { fact: 'wet', is: true }, text: 'It is wet.' }],
        to: 'end',
        key: {
          credit: { 'IP-01': 0.5, 'IP-02': 0.25 },
          why: why('looking'),
          cases: [
            {
              when: { knows: 'plan' },
              credit: { 'IP-01': 1, 'IP-02': 0.5 },
              harmful: ['IP-02'],
              why: why('the plan'),
            },
            {
              when: { fact: 'wet', is: true },
              credit: { 'IP-01': 0, 'IP-02': 0 },
              why: why('the water'),
            },
          ],
        },
      },
      leave: {
        text: 'Leave it',
        when: { knows: 'plan' },
        to: 'end',
        key: { credit: { 'IP-01': 0, 'IP-02': 0 }, why: why('leaving') },
      },
    },
  }),
  pick: read('pick', {
    ...onward,
    pick: 2,
    options: {
      stick: { text: 'The stick', key: { right: true, why: why('the stick') } },
      lamp: {
        text: 'The lamp',
        set: { wet: true },
        followed: 'It shines.',
        key: { right: true, why: why('the lamp') },
      },
      lock: { text: 'The lock.', key: { right: false, harmful: ['IP-02'], why: why('the lock') } },
      radio: { text: 'The radio', key: { right: false, why: why('the radio') } },
    },
  }),
  rank: read('rank', {
    ...onward,
    options: {
      write: { text: 'Write it down', key: { place: 2, why: why('writing') } },
      tell: {
        text: 'Tell the nurse',
        followed: 'She comes.',
        key: { place: 1, why: why('telling') },
      },
      rest: {
        text: 'Sit down',
        set: { wet: true },
        followed: 'You sit.',
        key: { place: 3, harmful: ['IP-01'], why: why('resting') },
      },
    },
  }),
  rate: read('rate', {
    ...onward,
    scale: ['No', 'A little', 'Rather', 'Very'],
    options: {
      ill: { text: 'He is ill', key: { rating: 4, why: why('illness') } },
      old: { text: 'He is old', key: { rating: 1, harmful: ['IP-01'], why: why('age') } },
    },
  }),
  rationale: read('rationale', { ...onward, level: 3, asks: ['What you weighed'] }),
};

/** A world in which nothing is so yet, unless told otherwise. */
export const plainWorld = (known: string[] = [], wet = false) => ({
  facts: { wet },
  known,
  minutes: 0,
});
