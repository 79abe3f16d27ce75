import { assessDecision } from '../evidence/assess-decision.ts';
import { isAnswerTo } from '../scenario/answer.ts';
import type { Decision } from '../scenario/decision.ts';
import { optionsOf } from '../scenario/decision.ts';
import type { PublishedScenario } from '../scenario/published.ts';
import type { FirstMove } from './first-move.ts';

const nothingKnown = { facts: {}, known: [], minutes: 0 };

/** Whether what somebody had found out or done before changes what a decision offers, or what it is worth. */
function dependsOnStory(decision: Decision): boolean {
  if (decision.kind !== 'best-action') return false;
  return Object.values(decision.options).some(({ when, key }) => when ?? key.cases);
}

/**
 * First choices of people whose records have been erased, each as the move of somebody of their own:
 * what belonged together is not known any more, so they add to how a decision came out, and to nothing
 * that sets one decision beside another. Where what was known before counts, they count as people only.
 */
export function toKeptMoves(
  version: Pick<PublishedScenario, 'scenario' | 'anchors'>,
  kept: readonly { scene: string; choice: string; times: number }[],
): FirstMove[] {
  return kept.flatMap(({ scene, choice, times }) => {
    const decision = version.scenario.scenes[scene]?.decision;
    if (!decision || !isAnswerTo(decision, choice)) return [];
    const shows = dependsOnStory(decision)
      ? []
      : assessDecision(version, scene, choice, nothingKnown);
    const credit = shows.length
      ? shows.reduce((sum, one) => sum + one.credit, 0) / shows.length
      : null;
    return Array.from({ length: times }, (_, index) => ({
      ...{ attempt: `erased ${scene} ${choice} ${index}`, step: 0, kind: 'decide' as const },
      ...{ scene, choice, offered: Object.keys(optionsOf(decision)), confidence: null },
      ...{ worldBefore: nothingKnown, credit, harmful: shows.some((one) => one.harmful) },
    }));
  });
}
