import { shuffle } from '#domain/attempt/shuffle.ts';
import { chanceFor } from '#domain/simulation/chance.ts';
import { planted, type Year } from './year.ts';

/**
 * Three observers for a worker: nobody is watched by one pair of eyes only. Who is far too severe comes
 * to see a few of them, and not the one with a conflict of their own: each plant is found by itself.
 */
export function chooseObservers(
  { seed, observers }: Pick<Year, 'seed' | 'observers'>,
  username: string,
): string[] {
  const usual = observers
    .map(({ truth }) => truth.username)
    .filter((one) => one !== planted.severe);
  const [first, second, third] = shuffle(usual, seed, username);
  const isSeen =
    username !== planted.conflict.worker &&
    chanceFor(seed, `who sees ${username}`).happens(planted.severeSees);
  return [first!, second!, isSeen ? planted.severe : third!];
}
