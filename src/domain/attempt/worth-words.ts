import type { Worth } from './build-debrief.ts';

/** How a choice came out, as a worker reads it. */
export const worthWords: Record<Worth, string> = {
  sound: 'Sound judgement',
  'mostly-sound': 'Mostly sound',
  'partly-sound': 'Part of the way',
  'not-sound': 'Not what the moment needed',
  harmful: 'This would have done harm',
  'to-be-read': 'Your reasons, kept for an assessor to read',
};

/** How sure somebody said they were. */
export const confidenceWords = {
  unsure: 'not sure',
  'fairly-sure': 'fairly sure',
  sure: 'sure',
} as const;

/**
 * The word that a credit from 0 to 1 goes by. These cuts only choose words for people: whether a level
 * is met is decided by the policy, from the credit itself.
 */
export function worthOfCredit(credit: number): Exclude<Worth, 'harmful' | 'to-be-read'> {
  if (credit >= 0.9) return 'sound';
  if (credit >= 0.7) return 'mostly-sound';
  return credit >= 0.4 ? 'partly-sound' : 'not-sound';
}

/** Credit from 0 to 1 as words: a number would look surer than it is. */
export function creditWords(credit: number, harmful = false): string {
  if (harmful) return 'would have done harm';
  const worth = worthOfCredit(credit);
  return worth === 'not-sound' && credit > 0 ? 'a little of it' : worth.replace('-', ' ');
}

const soundness = {
  sound: 'Sound all through.',
  'mostly-sound': 'Mostly sound.',
  'partly-sound': 'Sound in part.',
  'not-sound': 'Not there yet in this story.',
} as const;

/** A claim's total over its anchors, 0 to 1, as a sentence. */
export const soundnessWords = (score: number): string => soundness[worthOfCredit(score)];

/** A text closed with a full stop, unless it closes itself. */
export const closeSentence = (text: string): string => (/[.!?…’”]$/.test(text) ? text : `${text}.`);
