import type { CompetencyStanding } from '../profile/fold-profile.ts';
import type { NextThing, State } from '../profile/state.ts';
import type { Level } from '../scenario/words.ts';

/** How far a need for a competency is met: due is met and to be looked at again, nearly is half of it. */
export type Cover = 'confirmed' | 'due' | 'nearly' | 'not';

/** The state that speaks for a competency where it is needed at a level. Concern and conflict always do. */
export function stateFor({ leading, levels }: CompetencyStanding, level: Level): State {
  if (leading.state === 'concern' || leading.state === 'conflict') return leading.state;
  if (levels[level].state === 'meets') return 'meets';
  return leading.level >= level ? leading.state : levels[level].state;
}

/** What would settle a competency where it is needed at a level. */
export function nextFor(standing: CompetencyStanding, level: Level): NextThing {
  const { leading, levels } = standing;
  return stateFor(standing, level) === leading.state ? leading.next : levels[level].next;
}

/** How far a state covers what is needed. */
export function coverOf(state: State): Cover {
  if (state === 'meets') return 'confirmed';
  if (state === 'due-for-review') return 'due';
  return state === 'judgement-shown' || state === 'practice-seen' ? 'nearly' : 'not';
}

/** What is confirmed covers, and what is due for review still does. */
export const isCovered = (cover: Cover): boolean => cover === 'confirmed' || cover === 'due';

const worstFirst: readonly Cover[] = ['not', 'nearly', 'due', 'confirmed'];

/** How far all of it together is covered: as far as the least of it. Of nothing, nothing is. */
export const coverTogether = (covers: readonly Cover[]): Cover =>
  worstFirst.find((one) => covers.includes(one)) ?? 'not';

/** Whether the one state of a cell covers a need at a level. */
export const cellCovers = (cell: { state: State; level: Level }, needed: Level): boolean =>
  cell.level >= needed && isCovered(coverOf(cell.state));
