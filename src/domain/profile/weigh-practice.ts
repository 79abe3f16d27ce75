import type { Seen } from '../evidence/evidence.ts';
import type { Level } from '../scenario/words.ts';
import { monthsBefore } from './as-of.ts';
import type { Policy } from './policy.ts';

/** What observers saw for one claim. Entrustment is ordinal: a median and a lowest, never a mean. */
export interface Practice {
  observations: number;
  /** Observations at the entrustment that the level asks for, or above. */
  atLevel: number;
  observers: number;
  tasks: number;
  /** The lower middle entrustment of all that stand, or null. */
  median: number | null;
  /** The lowest of the most recent ones, or null. */
  lowestRecent: number | null;
  verdict: 'supports' | 'against' | 'insufficient';
  /** The newest is older than the policy's review period. */
  stale: boolean;
}

/** After how many months what was seen of a competency is due to be seen again. */
export const reviewMonths = ({ review }: Policy, competency: string): number =>
  review.sooner[competency] ?? review.months;

/** Weighs the observations that stand for one competency against what a level asks for. */
export function weighPractice(
  seen: readonly Seen[],
  claim: { competency: string; level: Level },
  policy: Policy,
  at: string,
): Practice {
  const rows = seen
    .filter((row) => row.competency === claim.competency)
    .sort((a, b) =>
      a.observedAt < b.observedAt
        ? 1
        : a.observedAt > b.observedAt
          ? -1
          : a.observationId < b.observationId
            ? 1
            : -1,
    );
  const least = policy.levels[claim.level].practice;
  const atLevel = rows.filter((row) => row.entrustment >= least.entrustment);
  const recent = rows.slice(0, policy.conflict.recent).map((row) => row.entrustment);
  const lowestRecent = recent.length ? Math.min(...recent) : null;
  const sorted = rows.map((row) => row.entrustment).sort((a, b) => a - b);
  const observers = new Set(atLevel.map((row) => row.observerId)).size;
  const tasks = new Set(atLevel.map((row) => row.task)).size;
  const supports =
    atLevel.length >= least.observations &&
    observers >= least.observers &&
    tasks >= least.tasks &&
    lowestRecent !== null &&
    lowestRecent >= least.entrustment;
  const against = lowestRecent !== null && lowestRecent <= policy.conflict.against;
  const newest = rows[0]?.observedAt ?? null;
  return {
    observations: rows.length,
    atLevel: atLevel.length,
    observers,
    tasks,
    median: sorted[Math.floor((sorted.length - 1) / 2)] ?? null,
    lowestRecent,
    verdict: supports ? 'supports' : against ? 'against' : 'insufficient',
    stale: newest !== null && newest < monthsBefore(at, reviewMonths(policy, claim.competency)),
  };
}
