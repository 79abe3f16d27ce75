import type { Policy } from '../profile/policy.ts';
import type { Anchor } from '../scenario/anchors.ts';
import { alpha, errorOfMeasurement } from '../statistics/items.ts';
import { voiceFor, type Voice } from '../statistics/silence.ts';
import type { FirstMove } from './first-move.ts';

/** What each go earned at every anchor: the decisions that nobody gets past. */
export interface AnchorScores {
  anchors: { name: string; scenes: string[] }[];
  /** Credit by go, in the order of the anchors. Only goes that met them all. */
  rows: Map<string, number[]>;
  /** What a go earned at all anchors but the one that a scene belongs to. */
  restOf(attempt: string, scene: string): number | undefined;
}

/** The first decision of each go in one of some scenes. */
export function firstDecisions(
  moves: readonly FirstMove[],
  scenes: readonly string[],
): Map<string, FirstMove> {
  const first = new Map<string, FirstMove>();
  for (const move of moves)
    if (move.kind === 'decide' && scenes.includes(move.scene) && !first.has(move.attempt))
      first.set(move.attempt, move);
  return first;
}

/** Gathers what each go earned at each anchor. Anchors of several competencies count once. */
export function scoreAnchors(moves: readonly FirstMove[], found: readonly Anchor[]): AnchorScores {
  const anchors = [...new Map(found.map(({ name, scenes }) => [name, { name, scenes }])).values()];
  const decided = anchors.map(({ scenes }) => firstDecisions(moves, scenes));
  const rows = new Map<string, number[]>();
  for (const attempt of decided[0]?.keys() ?? []) {
    const credits = decided.flatMap((one) => one.get(attempt)?.credit ?? []);
    if (credits.length === anchors.length) rows.set(attempt, credits);
  }
  return {
    ...{ anchors, rows },
    restOf(attempt, scene) {
      const own = anchors.findIndex(({ scenes }) => scenes.includes(scene));
      return rows.get(attempt)?.reduce((sum, one, at) => (at === own ? sum : sum + one), 0);
    },
  };
}

/** How well the anchors of a scenario hang together, and how far a total may be out. */
export interface Reliability {
  people: number;
  voice: Voice;
  anchors: number;
  /** Absent where silent, or where everybody scored alike. */
  alpha?: number;
  /** In points of a total that runs from 0 to the number of anchors. */
  error?: number;
  /** Every anchor was either all right or all wrong: then alpha is KR-20. */
  isAllOrNothing: boolean;
}

/** Reliability with its error beside it, kept silent about few people (method §10). */
export function measureReliability(
  { anchors, rows }: AnchorScores,
  statistics: Policy['statistics'],
): Reliability {
  const scores = [...rows.values()];
  const voice = voiceFor(scores.length, statistics);
  const found = voice === 'silent' ? undefined : alpha(scores);
  return {
    ...{ people: scores.length, voice, anchors: anchors.length },
    isAllOrNothing: scores.flat().every((one) => one === 0 || one === 1),
    ...(found !== undefined && { alpha: found, error: errorOfMeasurement(scores, found) }),
  };
}
