import type { State } from '../profile/state.ts';
import type { Trained } from './record.ts';

/** How training and competence in the same thing stand to each other. */
export type Comparison = 'trained-not-shown' | 'shown-not-trained' | 'shown-and-seen' | 'neither';

/** What each is called wherever a person reads it. */
export const comparisonWords: Record<Comparison, string> = {
  'trained-not-shown': 'Trained, not shown',
  'shown-not-trained': 'Shown, not trained',
  'shown-and-seen': 'Shown and seen',
  neither: 'Neither',
};

/** What has been shown in decisions and seen at work. What is due for review was both. */
const shown = new Set<State>(['meets', 'due-for-review']);

/** Whether a state says that judgement was shown and practice seen. */
export const isShown = (state: State): boolean => shown.has(state);

/**
 * Sets training beside where a competency stands. The state comes from the profile and is never
 * changed by it: training alone shows nothing. Training that has run out is no training now.
 */
export function compareTraining(trained: Trained['is'], state: State): Comparison {
  if (isShown(state)) return trained === 'current' ? 'shown-and-seen' : 'shown-not-trained';
  return trained === 'current' ? 'trained-not-shown' : 'neither';
}

/** Which comparison is looked at first: training that nothing shown stands behind. */
const order: readonly Comparison[] = [
  'trained-not-shown',
  'shown-not-trained',
  'shown-and-seen',
  'neither',
];

/** How soon a comparison asks to be looked at: 0 is first. */
export const comparisonNeed = (comparison: Comparison): number => order.indexOf(comparison);
