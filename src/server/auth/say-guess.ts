import type { Guess } from './slowed-down.ts';

/** Says a wait in words: half a minute, or whole minutes rounded up. */
export function sayWait(seconds: number): string {
  if (seconds <= 1) return '1 second';
  if (seconds <= 60) return `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}

/** The sentence about a refused sign-in. It never tells whether the user name exists. */
export const sayGuess = (guess: Guess): string =>
  guess.code === 'wait'
    ? `That was tried too often. Wait ${sayWait(guess.seconds)}, then try again.`
    : 'That user name and password do not go together. Check both and try again.';
