import type { Minimum, Policy } from '../profile/policy.ts';
import { anchorsOf, type Anchor } from './anchors.ts';
import type { PublishedScenario } from './published.ts';
import type { Level } from './words.ts';

/** What coverage is counted from: each scenario once, told in any of its forms, which are equal. */
export type Story = Pick<PublishedScenario, 'slug' | 'scenario' | 'anchors'>;

/** What playing one scenario once gives towards a claim. */
export interface Given {
  slug: string;
  title: string;
  anchors: number;
  nonRoutine: number;
}

interface Amount {
  anchors: number;
  scenarios: number;
  nonRoutine: number;
}

/** What the library gives towards one claim, beside what the policy needs. */
export interface Coverage extends Amount {
  competency: string;
  level: Level;
  needs: Amount;
  /** What is still to be written; nothing below 0. */
  missing: Amount;
  /** How much of the need that is least met is there, 0 to 1. */
  share: number;
  enough: boolean;
  /** The scenarios it comes from, those that give most first. */
  from: Given[];
  /** What drafts would add; counted nowhere else. */
  inDraft: Given[];
}

/** One competency of the map, with what the library gives towards each of its levels. */
export interface Covered {
  id: string;
  title: string;
  risk: 'high' | 'medium' | 'low';
  levels: Record<Level, Coverage>;
}

type Claim = { competency: string; level: Level };

const levels: readonly Level[] = [2, 3];

/**
 * What somebody who plays the whole library once has decided that bears on each claim, against the
 * minimum evidence of the policy. Only first times through count, so a scenario counts once, however
 * many forms it has. Drafts cannot be played and are counted apart.
 */
export function measureCoverage(
  stories: readonly Story[],
  policy: Pick<Policy, 'levels'>,
  competencies: readonly string[],
): Coverage[] {
  const [drafts, played] = [stories.filter(isDraft), stories.filter((story) => !isDraft(story))];
  return competencies.flatMap((competency) =>
    levels.map((level): Coverage => {
      const claim = { competency, level };
      const from = giving(played, claim);
      const there: Amount = {
        anchors: sum(from.map(({ anchors }) => anchors)),
        scenarios: from.length,
        nonRoutine: sum(from.map(({ nonRoutine }) => nonRoutine)),
      };
      const needs = needOf(policy.levels[level]);
      const missing = lessen(needs, there);
      return {
        ...claim,
        ...there,
        needs,
        missing,
        share: shareOf(needs, there),
        enough: sum(Object.values(missing)) === 0,
        from,
        inDraft: giving(drafts, claim),
      };
    }),
  );
}

/** How many of these claims the library gives enough for, by level. */
export const countReached = (coverage: readonly Coverage[]): Record<Level, number> => {
  const reached = (level: Level) =>
    coverage.filter((one) => one.level === level && one.enough).length;
  return { 2: reached(2), 3: reached(3) };
};

const isDraft = ({ scenario }: Story) => scenario.status === 'draft';

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

const needOf = ({ judgement }: Minimum): Amount => ({
  anchors: judgement.anchors,
  scenarios: judgement.scenarios,
  nonRoutine: judgement['non-routine'],
});

const lessen = (needs: Amount, there: Amount): Amount => ({
  anchors: Math.max(0, needs.anchors - there.anchors),
  scenarios: Math.max(0, needs.scenarios - there.scenarios),
  nonRoutine: Math.max(0, needs.nonRoutine - there.nonRoutine),
});

const shareOf = (needs: Amount, there: Amount): number =>
  Math.min(
    ...(['anchors', 'scenarios', 'nonRoutine'] as const).map((part) =>
      needs[part] ? Math.min(1, there[part] / needs[part]) : 1,
    ),
  );

const giving = (stories: readonly Story[], claim: Claim): Given[] =>
  stories
    .map((story) => give(story, claim))
    .filter(({ anchors }) => anchors > 0)
    .sort((a, b) => b.anchors - a.anchors || a.title.localeCompare(b.title));

/** Anchors that are met; non-routine where each decision that may stand for it is. */
function give({ slug, scenario, anchors }: Story, claim: Claim): Given {
  const met = anchorsOf(anchors, claim);
  const isNonRoutine = ({ scenes }: Anchor) =>
    scenes.every((id) => scenario.scenes[id]?.decision?.routine === false);
  const nonRoutine = met.filter(isNonRoutine).length;
  return { slug, title: scenario.title, anchors: met.length, nonRoutine };
}
