/** The states of a competency on a profile, from nothing known to a matter for a person. */
export const states = [
  'no-evidence',
  'insufficient',
  'emerging',
  'judgement-shown',
  'practice-seen',
  'meets',
  'concern',
  'conflict',
  'due-for-review',
] as const;

export type State = (typeof states)[number];

/** What a state is called wherever a person reads it. */
export const stateWords: Record<State, string> = {
  'no-evidence': 'No evidence yet',
  insufficient: 'Not enough to say',
  emerging: 'Emerging',
  'judgement-shown': 'Judgement shown, not yet seen in practice',
  'practice-seen': 'Practice seen, judgement untested',
  meets: 'Meets',
  concern: 'Concern',
  conflict: 'Judgement and practice differ',
  'due-for-review': 'Due for review',
};
