import type { Level } from '../scenario/words.ts';
import type { CompetencyStanding } from '../profile/fold-profile.ts';
import type { NextThing, State } from '../profile/state.ts';

/** How far somebody is with one thing that a role needs. */
export interface RoleNeed {
  competency: string;
  level: Level;
  state: State;
  /** Met as the role needs it; part of the way; or nothing yet that speaks for it. */
  where: 'met' | 'shown' | 'missing';
  next: NextThing;
}

/** Something that a role needs and that is not met yet, with what is next. */
export interface RoleGap {
  competency: string;
  level: Level;
  says: string;
}

const partly: ReadonlySet<State> = new Set([
  'judgement-shown',
  'practice-seen',
  'emerging',
  'due-for-review',
]);

/** Holds what a role needs against where somebody stands. A level 3 that is met meets level 2 as well. */
export const compareToRole = (
  needs: Readonly<Record<string, number>>,
  standings: readonly CompetencyStanding[],
): RoleNeed[] =>
  standings.flatMap(({ competency, levels }) => {
    const needed = Object.hasOwn(needs, competency) ? needs[competency] : undefined;
    if (needed === undefined) return [];
    const level: Level = needed === 3 ? 3 : 2;
    const { state, next } = levels[level];
    // An open concern stands at both levels, so it is never hidden by this.
    const isMet = state === 'meets' || levels[3].state === 'meets';
    const where = isMet ? 'met' : partly.has(state) ? 'shown' : 'missing';
    return [{ competency, level, state, where, next }];
  });

/** What of a role is not met yet. */
export const gapsOf = (compared: readonly RoleNeed[]): RoleGap[] =>
  compared
    .filter(({ where }) => where !== 'met')
    .map(({ competency, level, next }) => ({ competency, level, says: next.text }));
