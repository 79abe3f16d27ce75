import type { Policy } from '../profile/policy.ts';
import type { Decision } from '../scenario/decision.ts';
import { calibrate, type Calibration } from '../statistics/confidence.ts';
import { itemTotal } from '../statistics/items.ts';
import { mayShowGroup, voiceFor, type Voice } from '../statistics/silence.ts';
import { firstDecisions, type AnchorScores } from './anchor-scores.ts';
import { countOptions, toShare, type OptionOutcome, type Share } from './count-options.ts';
import type { FirstMove } from './first-move.ts';

/** What may be said of a decision: that few came to it, how many did, or figures with or without a warning. */
export type Said = 'hidden' | Voice;

/** What may be said of a group of so many. */
export const sayOf = (people: number, statistics: Policy['statistics']): Said =>
  mayShowGroup(people, statistics) ? voiceFor(people, statistics) : 'hidden';

/** The figures of one decision, over people's first decisions there. */
export interface DecisionFigures {
  /** Mean credit, 0 to 1: how easy it is. */
  difficulty: number;
  /** How it goes with the other anchors, −1 to 1; absent where either never varies. */
  itemTotal?: number;
  harmed: Share;
  options: OptionOutcome[];
  /** How sure people were beside how sound they chose, where enough of them said. */
  confidence?: Calibration;
}

/** What became of one decision. */
export interface DecisionOutcome {
  scene: string;
  kind: Decision['kind'];
  said: Said;
  /** How many decided here. Absent where too few to show. */
  people?: number;
  /** Absent where silent, and where a person marks what was written. */
  figures?: DecisionFigures;
}

/** How sure people were, over some of their decisions; nothing where too few of them said. */
export function compareSureness(
  moves: readonly FirstMove[],
  policy: Pick<Policy, 'confidence' | 'statistics'>,
): Calibration | undefined {
  const said = moves.flatMap(({ attempt, confidence, credit, harmful }) =>
    confidence === null || credit === null
      ? []
      : [{ attempt, sureness: confidence, credit, harmful }],
  );
  const people = new Set(said.map(({ attempt }) => attempt)).size;
  if (voiceFor(people, policy.statistics) === 'silent') return undefined;
  return calibrate(said, policy.confidence);
}

/** Folds what people decided first in one scene into what may be said of it. */
export function foldDecision(
  scene: string,
  decision: Decision,
  moves: readonly FirstMove[],
  anchors: AnchorScores,
  policy: Pick<Policy, 'confidence' | 'statistics'>,
): DecisionOutcome {
  const { statistics } = policy;
  const first = [...firstDecisions(moves, [scene]).values()];
  const said = sayOf(first.length, statistics);
  const about = { scene, kind: decision.kind, said };
  if (said === 'hidden') return about;
  const people = first.length;
  const scored = first.flatMap((move) => (move.credit === null ? [] : [{ ...move }]));
  if (said === 'silent' || !scored.length) return { ...about, people };
  const restOf = (attempt: string) => anchors.restOf(attempt, scene);
  const beside = scored.flatMap(({ attempt, credit }) => {
    const rest = restOf(attempt);
    return rest === undefined ? [] : [[credit!, rest]];
  });
  const total = itemTotal(beside, 0);
  const confidence = compareSureness(scored, policy);
  return {
    ...{ ...about, people },
    figures: {
      difficulty: scored.reduce((sum, { credit }) => sum + credit!, 0) / scored.length,
      ...(total !== undefined && { itemTotal: total }),
      harmed: toShare(scored.filter(({ harmful }) => harmful).length, scored.length),
      options: countOptions(decision, scored, restOf, statistics),
      ...(confidence && { confidence }),
    },
  };
}
