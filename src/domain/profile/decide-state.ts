import type { Level } from '../scenario/words.ts';
import { explainState } from './explain-state.ts';
import type { Concern } from './find-concerns.ts';
import type { Opening } from './openings.ts';
import type { Policy } from './policy.ts';
import type { NextThing, State } from './state.ts';
import type { Judgement } from './weigh-judgement.ts';
import type { Practice } from './weigh-practice.ts';

/** A claim's state, why, under which rule, and what would settle it. */
export interface Standing {
  level: Level;
  state: State;
  /** What the evidence comes to, in sentences. */
  because: string[];
  /** The policy's sentence that gave the state. */
  rule: string;
  policyVersion: string;
  next: NextThing;
  judgement: Judgement;
  practice: Practice;
  discussions: number;
  concerns: Concern[];
}

export interface Weighed {
  competency: string;
  level: Level;
  judgement: Judgement;
  practice: Practice;
  discussions: number;
  concerns: Concern[];
  /** What this person can still play as evidence. */
  openings: readonly Opening[];
  policy: Policy;
}

/** Gives a claim its state (method §6). Concern and conflict come before anything that would please. */
export function decideState(weighed: Weighed): Standing {
  const state = stateOf(weighed);
  const { level, judgement, practice, discussions, concerns, policy } = weighed;
  const rule =
    state === 'concern'
      ? policy.concern.rule
      : state === 'conflict'
        ? policy.conflict.rule
        : state === 'due-for-review'
          ? policy.review.rule
          : state === 'insufficient' || state === 'emerging'
            ? policy.certainty.rule
            : policy.levels[level].rule;
  return {
    level,
    state,
    rule,
    policyVersion: policy.version,
    ...explainState(state, weighed),
    judgement,
    practice,
    discussions,
    concerns,
  };
}

function stateOf({ level, judgement, practice, discussions, concerns, policy }: Weighed): State {
  if (concerns.some((concern) => concern.open)) return 'concern';
  if (!judgement.anchors && !judgement.older && !practice.observations) return 'no-evidence';
  const pullApart =
    (judgement.verdict === 'supports' && practice.verdict === 'against') ||
    (judgement.verdict === 'not-yet' && practice.verdict === 'supports');
  if (pullApart) return 'conflict';
  const talked = discussions >= policy.levels[level].discussions;
  const seen = practice.verdict === 'supports';
  if (seen && talked && (judgement.enough || judgement.lapsed))
    return practice.stale || judgement.lapsed ? 'due-for-review' : 'meets';
  // Shown and seen, but not talked through: neither "not yet seen" nor "untested" would be true.
  if (seen && judgement.enough) return 'emerging';
  if (judgement.enough) return 'judgement-shown';
  if (seen) return 'practice-seen';
  if (judgement.verdict !== 'insufficient' || practice.atLevel > 0) return 'emerging';
  return 'insufficient';
}
