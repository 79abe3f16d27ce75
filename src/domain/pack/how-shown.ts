import type { Seen } from '../evidence/evidence.ts';
import type { CompetencyStanding } from '../profile/fold-profile.ts';
import type { Policy } from '../profile/policy.ts';
import type { State } from '../profile/state.ts';
import { reviewMonths } from '../profile/weigh-practice.ts';
import { stateFor } from '../risk/confirmed.ts';
import { latestReview } from '../risk/sign-off.ts';
import type { Level } from '../scenario/words.ts';
import { londonDate } from '../london-time.ts';

/** How one competency of one person was shown, each kind of evidence apart. */
export interface HowShown {
  state: State;
  /** Decisions that count now, and in how many scenarios. */
  decisions: number;
  scenarios: number;
  observations: number;
  /** Who saw it, by id, each once. */
  observers: string[];
  /** The day it was last seen. */
  lastSeen: string | null;
  discussions: number;
  /** The day it is to be seen again; only of what has been met. */
  nextDue: string | null;
  /** Some of it was read by a key that no care professional has reviewed. */
  provisional: boolean;
}

/** Says how a competency was shown at a level, from where it stands and what was seen of it. */
export function howShown(
  standing: CompetencyStanding,
  level: Level,
  seen: readonly Seen[],
  policy: Policy,
): HowShown {
  const { competency, levels, provisional } = standing;
  const { judgement, discussions } = levels[level];
  const rows = seen.filter((row) => row.competency === competency);
  const days = rows.map(({ observedAt }) => londonDate(observedAt)).sort();
  const lastSeen = days.at(-1) ?? null;
  const state = stateFor(standing, level);
  const isMet = state === 'meets' || state === 'due-for-review';
  return {
    state,
    decisions: judgement.anchors,
    scenarios: judgement.scenarios,
    observations: rows.length,
    observers: [...new Set(rows.map(({ observerId }) => observerId))].sort(),
    lastSeen,
    discussions,
    nextDue: isMet && lastSeen ? latestReview(lastSeen, reviewMonths(policy, competency)) : null,
    provisional,
  };
}
