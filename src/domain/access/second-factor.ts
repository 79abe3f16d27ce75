import type { Role } from './person.ts';

/** Codes on paper that are made at once, each good once. */
export const recoveryCodeCount = 10;

/**
 * Whether somebody must give a code beside their password: whoever can write about others, in a service
 * whose people are real. The passwords of a sample are public, so a code would protect nothing there.
 */
export const needsSecondFactor = (isLive: boolean, role: Role): boolean =>
  isLive && role !== 'worker';

/** What somebody with a password still has to do before anything else, as far as codes go. */
export type CodeStep = 'give' | 'set-up' | null;

/** The step from a password to a code: to give one where an app is set up, to set one up where it must be. */
export function codeStep(state: {
  signedInBy: string;
  hasSecondFactor: boolean;
  needsOne: boolean;
}): CodeStep {
  if (state.signedInBy !== 'password') return null;
  if (state.hasSecondFactor) return 'give';
  return state.needsOne ? 'set-up' : null;
}
