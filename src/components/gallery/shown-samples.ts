import type { SeenDecision } from '#domain/attempt/learner-view.ts';
import type { ShownScene } from '#domain/attempt/shown-scene.ts';
import irene from '../samples/irene.svg?url';
import joseph from '../samples/joseph.svg?url';

const base: ShownScene = {
  step: 6,
  scene: {
    id: 'here',
    title: 'The round is late',
    place: 'The office, upstairs',
    clock: '20:40',
    html: '<p>Four things are on your list and there is one of you. The radio is on low in the lounge.</p>',
  },
  people: [],
  beside: undefined,
  finds: [
    { id: 'look', kind: 'look', label: 'Read last night’s record', minutes: 2 },
    { id: 'ask', kind: 'ask', label: 'Ask Joseph what he saw', minutes: 1 },
    { id: 'call', kind: 'call', label: 'Ring the nurse on call', minutes: 6 },
    { id: 'stop', kind: 'stop', label: 'Stand still and listen', minutes: 0 },
  ],
  found: [],
  known: [{ id: 'late', note: 'The agency carer rang in at eight.' }],
  decision: undefined,
  next: undefined,
  ending: undefined,
  past: undefined,
};

const options = [
  { id: 'tablets', text: 'Give Irene the tablets that are due at nine' },
  { id: 'nurse', text: 'Tell the nurse what Joseph saw on the stairs' },
  { id: 'record', text: 'Write up what Mr Adeyemi ate' },
  { id: 'kettle', text: 'Put the kettle on for everybody' },
];

const asking = (prompt: string, more: Partial<SeenDecision>): ShownScene => ({
  ...base,
  decision: { kind: 'best-action', prompt, options, ...more },
});

/** A moment of each kind of decision, as the page of a scenario shows it. */
export const shownSamples = {
  pick: {
    scene: asking('Which two cannot wait until ten?', { kind: 'pick', pick: 2 }),
    typed: { choice: 'nurse kettle record', confidence: 'unsure' },
    problem: {
      message: 'Choose as many as it says, no more and no fewer.',
      field: 'answer-tablets',
    },
  },
  rank: {
    scene: asking('In what order do you do them?', { kind: 'rank' }),
    typed: { 'place.nurse': '1', 'place.tablets': '2' },
  },
  rate: {
    scene: asking('How much does each of these tell you about tonight?', {
      kind: 'rate',
      scale: ['Nothing', 'A little', 'A good deal', 'Almost all'],
      options: options.slice(0, 3),
    }),
    typed: { 'rate.nurse': '4' },
  },
  reasons: {
    scene: asking('Say why you did it that way.', {
      kind: 'rationale',
      options: [],
      asks: ['What you weighed first, and what you put off', 'What would have changed your mind'],
    }),
    typed: {
      words: 'I told the nurse first, because he had held the wall.\n\nThe rest could wait.',
    },
  },
  strands: {
    scene: {
      ...base,
      scene: { ...base.scene, title: 'She is on the floor', place: 'Flat 4, by the bed' },
      people: [{ name: 'Irene Walsh', looks: 'looks tired', src: irene }],
      beside: {
        title: 'Both bells ring',
        html: '<p>Two people have pressed, eleven seconds apart.</p>',
        strands: [
          {
            id: 'joseph',
            title: 'He has stopped pressing',
            place: 'Flat 6, on the stairs',
            html: '<p>His voice comes thinly through the wall. “No hurry,” he says.</p>',
            people: [{ name: 'Joseph Adeyemi', looks: 'looks worried', src: joseph }],
            turn: { label: 'Go to Joseph', minutes: 1 },
          },
        ],
      },
      next: { label: 'Sit down on the floor beside her' },
    },
    changed: ['joseph'],
  },
} satisfies Record<string, object>;
