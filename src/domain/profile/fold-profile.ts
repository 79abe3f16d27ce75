import type { Evidence, Record } from '../evidence/evidence.ts';
import type { Level } from '../scenario/words.ts';
import { standingDiscussions } from '../reasons/standing-discussions.ts';
import { asOf } from './as-of.ts';
import { decideState, type Standing } from './decide-state.ts';
import { findConcerns } from './find-concerns.ts';
import type { Opening } from './openings.ts';
import type { Policy } from './policy.ts';
import type { State } from './state.ts';
import { weighJudgement } from './weigh-judgement.ts';
import { weighPractice } from './weigh-practice.ts';

/** Where one competency stands at both levels, and the one that speaks for it. */
export interface CompetencyStanding {
  competency: string;
  levels: { 2: Standing; 3: Standing };
  /** Level 3 where it is met, in conflict or due for review; otherwise level 2. */
  leading: Standing;
  /** Some of what it rests on was read by a key that no care professional has reviewed yet. */
  provisional: boolean;
}

/** What a profile takes from the scenarios themselves, beside the evidence. */
export interface Offered {
  /** What this person can still play as evidence. */
  openings: readonly Opening[];
  /** The versions whose keys are not reviewed yet, by hash. */
  unreviewed: ReadonlySet<string>;
}

/**
 * A worker's profile: a pure fold of append-only evidence under one policy at one time. The same
 * evidence, policy and time always give the same profile, whatever order the evidence comes in.
 * What is offered changes only what is said to be next, and the mark of what is not reviewed.
 */
export function foldProfile(
  record: Record,
  policy: Policy,
  at: string,
  competencies: readonly string[],
  { openings, unreviewed }: Offered = { openings: [], unreviewed: new Set() },
): CompetencyStanding[] {
  const then = asOf(record, at);
  return competencies.map((competency) => {
    const about: Record = {
      ...then,
      evidence: then.evidence.filter((row) => row.competency === competency),
      seen: then.seen.filter((row) => row.competency === competency),
    };
    const concerns = findConcerns(about, competency, policy);
    const standAt = (level: Level): Standing => {
      const claim = { competency, level };
      const judgement = weighJudgement(about.evidence, claim, policy, at);
      const practice = weighPractice(about.seen, claim, policy, at);
      const discussions = standingDiscussions(then.discussed, claim).length;
      const weighed = { judgement, practice, discussions, concerns, openings, policy };
      return decideState({ competency, level, ...weighed });
    };
    const levels = { 2: standAt(2), 3: standAt(3) };
    const rests = about.evidence.filter(countsNow);
    const provisional = rests.some((row) => unreviewed.has(row.versionHash));
    return { competency, levels, leading: leadingOf(levels), provisional };
  });
}

const countsNow = ({ harmful, anchor, finishedAt }: Evidence): boolean =>
  harmful || (anchor !== null && finishedAt !== null);

// Below these, level 3 would hide that level 2 is met: the profile page shows both levels anyway.
const speaks = new Set<State>(['meets', 'conflict', 'due-for-review']);

const leadingOf = (levels: { 2: Standing; 3: Standing }): Standing =>
  speaks.has(levels[3].state) && levels[2].state !== 'conflict' ? levels[3] : levels[2];
