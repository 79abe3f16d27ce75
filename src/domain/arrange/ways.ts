import type { NextThing } from '../profile/state.ts';

/** What can be arranged about a claim. */
export type Way = 'play' | 'observe' | 'discussion' | 'debrief';

/** Which form arranges the next thing, or what somebody asked for in its place. */
export function kindOf({ kind, attemptId, slug }: NextThing, asked = ''): Way | null {
  if (asked === 'observe' || asked === 'discussion') return asked;
  if (kind === 'play') return slug ? 'play' : null;
  if (kind === 'observe') return 'observe';
  if (kind === 'talk') return attemptId ? 'debrief' : 'discussion';
  return kind === 'discuss' ? 'discussion' : null;
}

/** What may be arranged about any claim besides. */
export const otherWays = (chosen: Way | null): { way: Way; words: string }[] =>
  [
    { way: 'observe' as const, words: 'an observation' },
    { way: 'discussion' as const, words: 'a discussion' },
  ].filter(({ way }) => way !== chosen);
