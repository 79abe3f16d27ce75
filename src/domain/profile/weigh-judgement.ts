import { effectiveAnchors, probabilityMeets } from '../evidence/certainty.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { scoreClaim } from '../evidence/score-claim.ts';
import { londonDate } from '../london-time.ts';
import type { Level } from '../scenario/words.ts';
import { monthsBefore } from './as-of.ts';
import type { Policy } from './policy.ts';

/** What a worker's decisions say about one claim, with what it rests on. */
export interface Judgement {
  anchors: number;
  nonRoutine: number;
  scenarios: number;
  days: number;
  /** Σ credit over the anchors: read it only beside `anchors`. */
  credit: number;
  /** How sure we may be that the level is met, 0 to 1; null with no anchor. */
  probability: number | null;
  verdict: 'supports' | 'not-yet' | 'insufficient';
  /** Verdict supports, and there is as much of it as the policy asks for. */
  enough: boolean;
  /** Anchors that are too old to count. */
  older: number;
  /** It would be enough if nothing were too old. */
  lapsed: boolean;
}

/** Weighs the decisions of finished attempts for one claim, under a policy, at a time. */
export function weighJudgement(
  evidence: readonly Evidence[],
  claim: { competency: string; level: Level },
  policy: Policy,
  at: string,
): Judgement {
  const since = monthsBefore(at, policy.certainty.months);
  const finished = evidence.filter((row) => row.finishedAt !== null);
  const within = weigh(
    finished.filter((row) => row.finishedAt! >= since),
    claim,
    policy,
  );
  const ever = weigh(finished, claim, policy);
  return {
    ...within,
    older: ever.anchors - within.anchors,
    lapsed: ever.enough && !within.enough,
  };
}

function weigh(
  evidence: readonly Evidence[],
  claim: { competency: string; level: Level },
  policy: Policy,
): Omit<Judgement, 'older' | 'lapsed'> {
  const { certainty } = policy;
  // In the order they were made, and so added up in one order: the same rows give the same figure.
  const inOrder = [...evidence].sort((a, b) =>
    a.at < b.at || (a.at === b.at && a.moveId < b.moveId) ? -1 : 1,
  );
  // Two forms of one scenario hang together as its anchors do, so a scenario is weighed as one.
  const scenarios = Map.groupBy(inOrder, (row) => row.slug);
  const sum = { anchors: 0, nonRoutine: 0, credit: 0, effective: 0, effectiveCredit: 0 };
  const slugs = new Set<string>();
  const days = new Set<string>();
  for (const [slug, told] of scenarios) {
    let anchors = 0;
    let credit = 0;
    for (const rows of Map.groupBy(told, (row) => row.attemptId).values()) {
      const score = scoreClaim(rows, claim);
      if (!score) continue;
      anchors += score.anchors;
      credit += score.score * score.anchors;
      sum.nonRoutine += score.nonRoutine;
      days.add(londonDate(rows[0]!.finishedAt!));
    }
    if (!anchors) continue;
    const effective = effectiveAnchors(anchors, certainty.correlation);
    sum.anchors += anchors;
    sum.credit += credit;
    sum.effective += effective;
    sum.effectiveCredit += (credit / anchors) * effective;
    slugs.add(slug);
  }
  const probability = sum.anchors
    ? probabilityMeets(sum.effectiveCredit, sum.effective, certainty.cut)
    : null;
  const verdict =
    probability === null
      ? 'insufficient'
      : probability >= certainty.supports
        ? 'supports'
        : probability <= certainty['not-yet']
          ? 'not-yet'
          : 'insufficient';
  const least = policy.levels[claim.level].judgement;
  const amount =
    sum.anchors >= least.anchors &&
    slugs.size >= least.scenarios &&
    days.size >= least.days &&
    sum.nonRoutine >= least['non-routine'];
  return {
    anchors: sum.anchors,
    nonRoutine: sum.nonRoutine,
    scenarios: slugs.size,
    days: days.size,
    credit: sum.credit,
    probability,
    verdict,
    enough: verdict === 'supports' && amount,
  };
}
