import { doneBy, isAnswerTo, type Answer } from '../scenario/answer.ts';
import type { Decision } from '../scenario/decision.ts';
import type { PublishedScenario } from '../scenario/published.ts';
import type { Level } from '../scenario/words.ts';
import type { World } from '../scenario/world.ts';
import { scoreAnswer } from './score-answer.ts';

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

/** Whether an answer notices an earlier slip and puts it right. */
export function recoversIn(decision: Decision, answer: Answer): boolean {
  if (decision.kind === 'rationale' || decision.kind === 'rate') return false;
  const { options } = decision;
  return doneBy(decision, answer).some((id) => options[id]?.recovers);
}

/**
 * Reads the key of a decision made in a world: one line of evidence for each competency it bears on
 * (method §1–§4), and none for reasons, which a person marks.
 */
export function assessDecision(
  published: Pick<PublishedScenario, 'scenario' | 'anchors'>,
  scene: string,
  answer: Answer,
  world: World,
): AssessedDecision[] {
  const decision = published.scenario.scenes[scene]?.decision;
  if (!decision || !isAnswerTo(decision, answer))
    throw new Error(`"${answer}" answers nothing in scene "${scene}".`);
  return [...scoreAnswer(decision, answer, world)].map(([competency, { credit, harmful }]) => {
    const anchor = published.anchors.find(
      (one) => one.competency === competency && one.scenes.includes(scene),
    );
    return {
      competency,
      level: anchor?.level ?? decision.level,
      credit,
      weight: decision.weight,
      anchor: anchor?.name ?? null,
      harmful,
      nonRoutine: !decision.routine,
      recovered: recoversIn(decision, answer),
    };
  });
}
