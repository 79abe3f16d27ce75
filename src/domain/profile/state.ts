/** Where a claim stands. Each has a shape and a word of its own on every page. */
export type State =
  | 'no-evidence'
  | 'insufficient'
  | 'emerging'
  | 'judgement-shown'
  | 'practice-seen'
  | 'meets'
  | 'concern'
  | 'conflict'
  | 'due-for-review';

/** The one next thing that would settle a claim. */
export interface NextThing {
  /** `wait` where nobody here can do anything now; `none` where nothing is missing. */
  kind: 'play' | 'observe' | 'talk' | 'discuss' | 'wait' | 'none';
  text: string;
  /** The scenario to play, where it is one. */
  slug?: string;
  /** The attempt to talk about, where it is a talk about harm. */
  attemptId?: string;
}

const byNeed: readonly State[] = [
  'concern',
  'conflict',
  'due-for-review',
  'practice-seen',
  'judgement-shown',
  'emerging',
  'insufficient',
  'no-evidence',
  'meets',
];

/** How soon a state calls for somebody: 0 is first. */
export const needOf = (state: State): number => byNeed.indexOf(state);
