import type { Worth } from './build-debrief.ts';

/** How a choice came out, as a worker reads it. */
export const worthWords: Record<Worth, string> = {
  sound: 'Sound judgement',
  'mostly-sound': 'Mostly sound',
  'partly-sound': 'Part of the way',
  'not-sound': 'Not what the moment needed',
  harmful: 'This would have done harm',
};

/** How sure somebody said they were. */
export const confidenceWords = {
  unsure: 'not sure',
  'fairly-sure': 'fairly sure',
  sure: 'sure',
} as const;

/** Credit from 0 to 1 as words: a number would look surer than it is. */
export function creditWords(credit: number, harmful = false): string {
  if (harmful) return 'would have done harm';
  if (credit >= 0.9) return 'sound';
  if (credit >= 0.7) return 'mostly sound';
  if (credit >= 0.4) return 'partly sound';
  return credit > 0 ? 'a little of it' : 'not sound';
}

/** A claim's total over its anchors, 0 to 1, as a sentence. */
export function soundnessWords(score: number): string {
  if (score >= 0.9) return 'Sound all through.';
  if (score >= 0.7) return 'Mostly sound.';
  return score >= 0.4 ? 'Sound in part.' : 'Not there yet in this story.';
}

/** A text closed with a full stop, unless it closes itself. */
export const closeSentence = (text: string): string => (/[.!?…’”]$/.test(text) ? text : `${text}.`);
