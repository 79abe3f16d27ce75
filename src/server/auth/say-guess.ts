import type { Guess } from './slowed-down.ts';

/** Says a wait in words: half a minute, or whole minutes rounded up. */
export function sayWait(seconds: number): string {
  if (seconds <= 1) return '1 second';
  if (seconds <= 60) return `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}

/** What is said to whoever typed a joining code rightly, but too late. */
export const codeHasRunOut = 'This joining code has run out. Ask your manager for a new one.';

/** The sentence about a wait, whatever was tried. */
export const sayTooOften = (seconds: number): string =>
  `That was tried too often. Wait ${sayWait(seconds)}, then try again.`;

/** The sentence about a refused sign-in. It never tells whether the user name exists. */
export const sayGuess = (guess: Guess): string =>
  guess.code === 'wait'
    ? sayTooOften(guess.seconds)
    : 'That user name and password do not go together. Check both and try again.';
