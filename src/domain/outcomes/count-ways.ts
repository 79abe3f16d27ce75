import type { Policy } from '../profile/policy.ts';
import type { StoryWay } from '../scenario/story-ways.ts';
import type { Followed } from './follow-ways.ts';

/** About how many people, so that nobody's way can be worked out from what is left over. */
export interface Band {
  /** In words: "10 to 19 people". */
  words: string;
  /** How wide to draw it, 0 for fewer than a group to 10 for everybody. */
  width: number;
}

/**
 * Counts people in groups of the smallest that may be shown: with ten, "fewer than 10", "10 to 19" and
 * so on. Exact counts of the ways out of a scene would give away what a few did by taking one from
 * another.
 */
export function toBand(people: number, all: number, smallest: number): Band {
  const groups = Math.floor(people / smallest);
  if (!groups) return { words: `fewer than ${smallest} people`, width: 0 };
  const from = groups * smallest;
  const most = Math.max(1, Math.floor(all / smallest));
  return {
    words: smallest === 1 ? `${from} people` : `${from} to ${from + smallest - 1} people`,
    width: Math.max(1, Math.round((10 * groups) / most)),
  };
}

/** About how many people took any of some ways, or came to a scene. */
export interface WayCounts {
  people: number;
  on(ways: readonly StoryWay[]): Band;
  at(scene: string): Band;
}

/** Counts where people went; nothing where they are too few to be shown at all. */
export function countWays(
  followed: readonly Followed[],
  statistics: Policy['statistics'],
): WayCounts | undefined {
  const people = followed.length;
  const smallest = statistics['smallest-group'];
  if (people < smallest) return undefined;
  const band = (test: (one: Followed) => boolean) =>
    toBand(followed.filter(test).length, people, smallest);
  return {
    people,
    on: (ways) => band((one) => ways.some((way) => one.ways.has(way))),
    at: (scene) => band((one) => one.scenes.has(scene)),
  };
}
