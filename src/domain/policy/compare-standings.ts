import type { Standing } from '../profile/decide-state.ts';
import type { CompetencyStanding } from '../profile/fold-profile.ts';
import type { State } from '../profile/state.ts';
import type { Level } from '../scenario/words.ts';

/** One state that another policy would give otherwise. */
export interface StateChange {
  competency: string;
  level: Level;
  from: State;
  to: State;
  /** What would be said then and is not said now; or the rule, where that alone makes the difference. */
  because: string[];
}

/** Whose states another policy changes, of one person: the same evidence, weighed twice. */
export function compareStandings(
  before: readonly CompetencyStanding[],
  after: readonly CompetencyStanding[],
): StateChange[] {
  return before.flatMap((standing, at) => {
    const then = after[at]!;
    return ([2, 3] as const).flatMap((level): StateChange[] => {
      const [was, is] = [standing.levels[level], then.levels[level]];
      if (was.state === is.state) return [];
      const { competency } = standing;
      return [{ competency, level, from: was.state, to: is.state, because: explain(was, is) }];
    });
  });
}

function explain(was: Standing, is: Standing): string[] {
  const fresh = is.because.filter((sentence) => !was.because.includes(sentence));
  return fresh.length ? fresh : [is.rule];
}
