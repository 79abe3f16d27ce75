import type { Person } from '../access/person.ts';
import type { Policy } from '../profile/policy.ts';
import { sayCount } from '../profile/say-count.ts';

/** How far a new starter is. */
export interface StarterProgress {
  person: Pick<Person, 'id' | 'name' | 'startedOn'>;
  /** Standards of the Care Certificate that are complete, of all; nothing where that is not known. */
  standards: { done: number; of: number } | null;
  /** How many scenarios they have finished. */
  finished: number;
}

/** A new starter who is behind what the weeks so far would let one expect. */
export interface StarterBehind {
  person: StarterProgress['person'];
  /** Which week they are in. */
  week: number;
  says: string[];
}

const week = 7 * 86_400_000;

/**
 * New starters who are behind. Standards are expected evenly over the weeks of the policy; whoever is
 * not done by its end is behind for as many weeks again. Where standards are not known, somebody who
 * has finished nothing after a full week is behind.
 */
export function findBehind(
  progress: readonly StarterProgress[],
  { starters: { weeks } }: Pick<Policy, 'starters'>,
  today: string,
): StarterBehind[] {
  return progress.flatMap(({ person, standards, finished }) => {
    const full = Math.floor((Date.parse(today) - Date.parse(person.startedOn)) / week);
    if (full < 1 || full >= 2 * weeks) return [];
    const behind = (says: string[]) => [{ person, week: full + 1, says }];
    const over = full >= weeks;
    if (!standards)
      return finished || over ? [] : behind([`Week ${full + 1}, and no scenario finished yet.`]);
    const { done, of } = standards;
    const expected = over ? of : Math.floor((of * full) / weeks);
    if (done >= expected) return [];
    const has = `${done} of ${sayCount(of, 'standard')} complete.`;
    return behind([
      over
        ? `${weeks} weeks are over. ${has}`
        : `Week ${full + 1} of ${weeks}. ${has} By now one would expect ${expected}.`,
    ]);
  });
}
