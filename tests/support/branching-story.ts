import {
  decision,
  levelThree,
  option,
  scenarioInput,
  worth,
  type ScenarioInput,
} from './tiny-scenario.ts';

const why = 'Because of what it does to the person.';
const common = { level: 2, routine: true, initiative: 'own' } as const;
const bearing = { competencies: ['IP-01'], indicators: ['L2-S1'] };
const weigh = 'I look at the person before I look at the clock.';

/** A scenario with one of everything that can lead somewhere: kinds, strands, interruptions, finds, circles. */
export const branchingStory = (): ScenarioInput =>
  scenarioInput(
    {
      'two-bells': {
        title: 'Two bells',
        text: 'Both ring.',
        strands: {
          fall: { start: 'on-the-floor', turn: { label: 'Go to Mr Aziz', minutes: 1 } },
          phone: {
            start: 'she-is-crying',
            turn: { label: 'Pick the phone up again', set: { alone: 0 } },
          },
        },
        attend: 'fall',
        to: [{ when: { fact: 'alone', 'at-least': 5 }, to: 'which-first' }, { to: 'which-first' }],
      },
      'on-the-floor': {
        title: 'On the floor',
        strand: 'fall',
        happens: [{ when: { fact: 'alone', 'at-least': 10 }, to: 'he-is-up' }],
        decision: decision({
          kneel: option('he-is-up'),
          heave: option('he-is-up', { key: worth(0, ['IP-01']) }),
          phone: option('he-is-up', { turns: 'phone', key: worth(0.5) }),
        }),
      },
      'he-is-up': { title: 'He is up', strand: 'fall', closes: true },
      'she-is-crying': {
        title: 'She is crying',
        strand: 'phone',
        finds: {
          listen: {
            ...{
              kind: 'ask' as const,
              label: 'Ask what happened',
              tells: 'She says.',
              note: 'Her cat.',
            },
            minutes: 10,
          },
          gp: {
            kind: 'call',
            label: 'Ring the surgery for her',
            tells: 'They answer.',
            note: 'Rung.',
            minutes: 6,
            to: 'put-down',
          },
        },
        next: { label: 'Say goodbye', to: 'put-down' },
      },
      'put-down': { title: 'The phone is down', strand: 'phone', closes: true },
      'which-first': {
        title: 'Which of these first',
        decision: {
          kind: 'rank',
          ...{ ...common, ...bearing, weigh, prompt: 'In what order?', to: 'two-of-four' },
          options: {
            write: { text: 'Write it down', key: { place: 2, why } },
            tell: { text: 'Tell the nurse', key: { place: 1, why } },
            rest: { text: 'Sit down for tea', key: { place: 3, harmful: ['IP-01'], why } },
          },
        },
      },
      'two-of-four': {
        title: 'Two of four',
        decision: {
          kind: 'pick',
          pick: 2,
          ...{ ...common, ...bearing, weigh, prompt: 'Which two?', to: 'how-likely' },
          options: {
            stick: { text: 'His stick', recovers: true, key: { right: true, why } },
            lamp: { text: 'The lamp', key: { right: true, why } },
            radio: { text: 'The radio', key: { right: false, why } },
            lock: {
              text: 'The lock',
              set: { shut: true },
              key: { right: false, harmful: ['IP-01'], why },
            },
          },
        },
      },
      'how-likely': {
        title: 'How likely is each of these, going by what you have seen tonight',
        decision: {
          kind: 'rate',
          scale: ['not', 'perhaps', 'likely'],
          ...{ ...common, ...bearing, weigh, prompt: 'How likely?', to: 'reasons' },
          options: {
            tired: { text: 'He is tired', key: { rating: 1, why } },
            ill: { text: 'He is ill', key: { rating: 3, why } },
          },
        },
      },
      reasons: {
        title: 'Say why',
        decision: {
          kind: 'rationale',
          ...{ ...common, ...bearing, ...levelThree, weigh, prompt: 'Why?' },
          asks: ['What you weighed'],
          to: [{ when: { knows: 'listen' }, to: 'well' }, { to: 'mixed' }],
        },
      },
      well: { title: 'All well', ending: 'well' },
      mixed: {
        title: 'Not all well',
        text: [
          'It could be worse.',
          { when: { fact: 'shut', is: true }, text: 'The door is shut.' },
        ],
        ending: 'mixed',
      },
      'office-rings': {
        title: 'The office rings',
        during: 'office-rings',
        decision: decision({
          short: option('back', { key: worth(1) }),
          chat: option('office-asks', { key: worth(0.25) }),
        }),
      },
      'office-asks': {
        title: 'They ask about the rota',
        during: 'office-rings',
        next: { label: 'Ring off', to: 'back' },
      },
    },
    {
      facts: {
        alone: { timer: 15, about: 'Minutes that Mr Aziz has been alone.' },
        shut: { flag: false, about: 'The door is shut.' },
      },
      interruptions: {
        'office-rings': { when: { minutes: { 'at-least': 20 } }, to: 'office-rings' },
      },
    },
  );
