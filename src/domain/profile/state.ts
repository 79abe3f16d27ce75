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
