import type { Answer } from './answer.ts';
import type { Decision } from './decision.ts';
import { holds } from './guard.ts';
import type { World } from './world.ts';

/**
 * Answers that could be given in a world, one for each that makes a difference to the story: every
 * option, every choice of so many, every option put first. Ratings and reasons change nothing by
 * themselves, so the right rating, and no words, stand for all.
 */
export function answersTo(decision: Decision, world: World): Answer[] {
  switch (decision.kind) {
    case 'best-action':
      return Object.entries(decision.options)
        .filter(([, option]) => holds(option.when, world))
        .map(([id]) => id);
    case 'pick':
      return choicesOf(Object.keys(decision.options), decision.pick).map((ids) => ids.join(' '));
    case 'rank': {
      const inOrder = Object.entries(decision.options)
        .sort(([, a], [, b]) => a.key.place - b.key.place)
        .map(([id]) => id);
      return inOrder.map((first) => placed([first, ...inOrder.filter((id) => id !== first)]));
    }
    case 'rate':
      return [
        Object.entries(decision.options)
          .map(([id, { key }]) => `${id}=${key.rating}`)
          .join(' '),
      ];
    case 'rationale':
      return [''];
  }
}

/** An order as an answer. */
export const placed = (ids: readonly string[]): Answer =>
  ids.map((id, at) => `${id}=${at + 1}`).join(' ');

function choicesOf(ids: readonly string[], size: number): string[][] {
  if (size === 0) return [[]];
  return ids.flatMap((id, at) =>
    choicesOf(ids.slice(at + 1), size - 1).map((rest) => [id, ...rest]),
  );
}
