import type { Policy } from '../profile/policy.ts';

/** What an assessor found of one indicator in what was written. */
export type MarkOf = 'shown' | 'partly' | 'not-shown';

/** What markers may say of an indicator, in words. */
export const markWords: Record<MarkOf, string> = {
  shown: 'Shown',
  partly: 'Partly shown',
  'not-shown': 'Not shown',
};

/**
 * Whether marks come to the level, by the rule of the policy: enough of them shown, and none not shown.
 * One that is missing is never made up for by others.
 */
export function concludeMarks(
  marks: readonly MarkOf[],
  { shown }: Policy['marking'],
): 'shown' | 'not-yet' {
  const count = marks.filter((mark) => mark === 'shown').length;
  const met = marks.length > 0 && !marks.includes('not-shown') && count / marks.length >= shown;
  return met ? 'shown' : 'not-yet';
}
