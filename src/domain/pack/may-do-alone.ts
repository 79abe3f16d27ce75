import { isCovered, type Cover } from '../risk/confirmed.ts';
import type { SignOff } from '../risk/sign-off.ts';

/**
 * Whether somebody may do a task alone: everything it rests on is confirmed, and its sign-off, where
 * it needs one, is live. What is hidden is not said to be.
 */
export const mayDoAlone = (cover: Cover | 'hidden', signOff: SignOff | null): boolean =>
  cover !== 'hidden' && isCovered(cover) && signOff !== 'lapsed' && signOff !== 'ended';
