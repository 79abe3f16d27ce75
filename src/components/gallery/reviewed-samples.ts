import type { DebriefedDecision } from '#domain/attempt/build-debrief.ts';
import type { ExplainedOption, Placed } from '#domain/attempt/explain-options.ts';

const base: Omit<DebriefedDecision, 'moveId' | 'kind' | 'prompt'> = {
  at: '2026-11-21T20:40:00.000Z',
  scene: 'office',
  title: 'The round is late',
  place: 'The office, upstairs',
  clock: '20:40',
  level: 2,
  routine: true,
  indicators: [],
  chosen: '',
  followed: '',
  why: '',
  weigh: 'I ask myself who would be worse off by ten o’clock, and begin there.',
  worth: 'partly-sound',
  recovered: false,
  anchored: true,
  confidence: 'fairly-sure',
  options: [],
  shows: [
    {
      ...{ competency: 'IP-17', level: 2, credit: 0.5, weight: 1, anchor: 'office' },
      ...{ harmful: false, nonRoutine: false, recovered: false },
    },
  ],
  facts: [],
  knew: ['The agency carer rang in at eight.'],
};

const option = (id: string, text: string, why: string, placed: Placed): ExplainedOption => ({
  ...{ id, text, why, placed, chosen: false, credit: {}, harmful: [] },
});
const nurse = [
  'nurse',
  'Tell the nurse what Joseph saw',
  'He held the wall. That is new.',
] as const;
const record = ['record', 'Write up what he ate', 'It keeps until ten, in a note.'] as const;

/** A decision of each kind that is not one way to act, as the debrief shows it. */
export const reviewedSamples: DebriefedDecision[] = [
  {
    ...base,
    ...{ moveId: 'sample-pick', kind: 'pick', prompt: 'Which one cannot wait?' },
    options: [
      option(...nurse, { given: 'left', right: 'one to pick', givenAt: 0, rightAt: 1 }),
      option(...record, { given: 'left', right: 'one to leave', givenAt: 0, rightAt: 0 }),
    ],
  },
  {
    ...base,
    ...{ moveId: 'sample-rank', kind: 'rank', prompt: 'In what order?' },
    options: [
      option(...nurse, { given: 'second', right: 'first', givenAt: 2, rightAt: 1 }),
      option(...record, { given: 'first', right: 'second', givenAt: 1, rightAt: 2 }),
    ],
  },
  {
    ...base,
    ...{ moveId: 'sample-rate', kind: 'rate', prompt: 'How much does each tell you?' },
    options: [
      option(...nurse, { given: 'A good deal', right: 'A good deal', givenAt: 3, rightAt: 3 }),
      option(...record, { given: 'Almost all', right: 'A little', givenAt: 4, rightAt: 2 }),
    ],
  },
  {
    ...base,
    ...{ moveId: 'sample-reasons', kind: 'rationale', prompt: 'Say why.', worth: 'to-be-read' },
    chosen: 'I told the nurse first, because he had held the wall.\n\nThe rest could wait.',
    shows: [],
  },
];
