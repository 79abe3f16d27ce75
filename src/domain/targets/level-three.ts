import type { CompetencyStanding } from '../profile/fold-profile.ts';
import type { State } from '../profile/state.ts';

/** Where somebody stands towards level 3 in what their role needs of it. */
export type LevelThree =
  /** Every competency that the role needs at level 3 is met. */
  | { is: 'met'; needed: number }
  | { is: 'not-yet'; needed: number; met: number; left: { competency: string; state: State }[] }
  /** Their role needs nothing at level 3 here, so there is nothing to count. */
  | { is: 'not-needed' }
  /** The viewer is writing down what they saw of one of them, so nothing is said. */
  | { is: 'hidden' };

/** Sorts one person. What is due for review was met, and is not met now. */
export function standLevelThree(
  needs: Readonly<Record<string, 2 | 3>>,
  standings: readonly CompetencyStanding[],
  isHidden: (competency: string) => boolean,
): LevelThree {
  const needed = Object.keys(needs).filter((id) => needs[id] === 3);
  if (!needed.length) return { is: 'not-needed' };
  if (needed.some(isHidden)) return { is: 'hidden' };
  const states = new Map(standings.map(({ competency, levels }) => [competency, levels[3].state]));
  const left = needed
    .map((competency) => ({ competency, state: states.get(competency) ?? 'no-evidence' }))
    .filter(({ state }) => state !== 'meets');
  if (!left.length) return { is: 'met', needed: needed.length };
  return { is: 'not-yet', needed: needed.length, met: needed.length - left.length, left };
}
