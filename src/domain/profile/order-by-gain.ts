import { anchorsOf } from '../scenario/anchors.ts';
import type { PublishedScenario } from '../scenario/published.ts';
import type { Policy } from './policy.ts';

type Version = Pick<PublishedScenario, 'slug' | 'anchors' | 'scenario'>;

/** What the order is worked out from, beside the scenarios. */
export interface Known {
  /** What somebody has begun or finished, each scenario once. */
  had: readonly Version[];
  policy: Pick<Policy, 'levels'>;
  /** The competencies in which a mistake does most harm. */
  highRisk: ReadonlySet<string>;
}

/**
 * Scenarios in the order in which somebody gains most by playing them: level 2 before level 3, then
 * by how many decisions they add towards the policy's minimum, those on high-risk competencies
 * first, then by title. It says what is missing, and nothing of how well anything went.
 */
export function orderByGain<V extends Version>(offered: readonly V[], known: Known): V[] {
  const gains = new Map(offered.map((version) => [version, gainOf(version, known)]));
  return [...offered].sort((a, b) => {
    const [one, other] = [gains.get(a)!, gains.get(b)!];
    return (
      a.scenario.level - b.scenario.level ||
      other.highRisk - one.highRisk ||
      other.all - one.all ||
      a.scenario.title.localeCompare(b.scenario.title)
    );
  });
}

/** How many decisions it adds that still count towards the minimum of what it claims. */
function gainOf({ anchors, scenario }: Version, { had, policy, highRisk }: Known) {
  const gain = { highRisk: 0, all: 0 };
  for (const claim of scenario.claims) {
    const there = had.reduce((sum, one) => sum + anchorsOf(one.anchors, claim).length, 0);
    const missing = Math.max(0, policy.levels[claim.level].judgement.anchors - there);
    const adds = Math.min(missing, anchorsOf(anchors, claim).length);
    gain.all += adds;
    if (highRisk.has(claim.competency)) gain.highRisk += adds;
  }
  return gain;
}
