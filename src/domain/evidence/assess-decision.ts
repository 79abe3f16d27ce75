import type { PublishedScenario } from '../scenario/published.ts';
import type { Level } from '../scenario/words.ts';

/** What one committed decision says about one competency, by the key of its scenario version. */
export interface AssessedDecision {
  competency: string;
  /** The level it speaks for: its anchor's where it has one, otherwise the decision's own. */
  level: Level;
  /** 0 to 1. */
  credit: number;
  weight: number;
  /** The anchor it counts under; null where some paths never meet this decision. */
  anchor: string | null;
  harmful: boolean;
  nonRoutine: boolean;
  recovered: boolean;
}

/** Reads the key of a decision: one line of evidence for each competency it bears on (method §1–§4). */
export function assessDecision(
  published: Pick<PublishedScenario, 'scenario' | 'anchors'>,
  scene: string,
  choice: string,
): AssessedDecision[] {
  const decision = published.scenario.scenes[scene]?.decision;
  const option = decision?.options[choice];
  if (!decision || !option) throw new Error(`No option "${choice}" in scene "${scene}".`);
  return decision.competencies.map((competency) => {
    const anchor = published.anchors.find(
      (one) => one.competency === competency && one.scenes.includes(scene),
    );
    return {
      competency,
      level: anchor?.level ?? decision.level,
      credit: option.key.credit[competency]!,
      weight: decision.weight,
      anchor: anchor?.name ?? null,
      harmful: option.key.harmful?.includes(competency) ?? false,
      nonRoutine: !decision.routine,
      recovered: option.recovers ?? false,
    };
  });
}
