import type { State } from '../state-words.ts';

export const groups = [
  {
    name: 'Safety',
    of: [
      'Noticing change and getting help',
      'Acting in an emergency',
      'Falls and moving people safely',
      'Helping with medicines',
    ],
  },
  {
    name: 'Rights',
    of: [
      'Spotting and reporting abuse',
      'Capacity and consent',
      'Choice, risk and independence',
      'Using the least restriction',
    ],
  },
  {
    name: 'Everyday care',
    of: [
      'Person-centred support',
      'Dignity and privacy',
      'Distress, dementia and mental health',
      'Working with families, teams and complaints',
    ],
  },
] as const;

const letters: Record<string, State> = {
  n: 'no-evidence',
  i: 'insufficient',
  e: 'emerging',
  j: 'judgement-shown',
  p: 'practice-seen',
  m: 'meets',
  c: 'concern',
  x: 'conflict',
  d: 'due-for-review',
};

const person = (name: string, need: string, row: string) => ({
  name,
  need,
  states: [...row].map((letter) => letters[letter]!),
});

/** Six invented workers, those who need something first. */
export const people = [
  person('Amina Yusuf', 'Concern in medicines', 'mjecejmmpjei'),
  person('Joseph Adeyemi', 'Judgement and practice differ', 'mmxjmmjemmpj'),
  person('Bronwen Price', '2 due for review', 'mmdmmdmjmmmm'),
  person('Tomasz Wójcik', 'Ready to be observed', 'jjeijjejjjei'),
  person('Priya Nair', '', 'mmmmjmmjmmmj'),
  person('Callum Reid-Featherstonehaugh', 'New', 'nninnneinnnn'),
];
