import type { Answer } from '#domain/scenario/answer.ts';
import { placed } from '#domain/scenario/answers-to.ts';
import type { Decision, Option } from '#domain/scenario/decision.ts';
import { holds } from '#domain/scenario/guard.ts';
import type { World } from '#domain/scenario/world.ts';

/** How somebody of the sample plays: soundly, unevenly, or with one choice that does harm. */
export type Manner = 'sound' | 'uneven' | 'harms-once';

/** Where somebody is in their way through a scenario, as far as their manner asks. */
export interface SoFar {
  decided: number;
  harmed: boolean;
}

const worth = (option: Option) =>
  Object.values(option.key.credit).reduce((sum, credit) => sum + credit, 0) -
  (option.key.harmful ? 10 : 0);

/** The answer that somebody of the sample gives to a decision, in a world. */
export function answerSample(
  decision: Decision,
  world: World,
  manner: Manner,
  { decided, harmed }: SoFar,
): Answer {
  const slips = manner === 'uneven' && decided % 2 === 1;
  switch (decision.kind) {
    case 'rationale':
      return '';
    case 'best-action': {
      const ranked = Object.entries(decision.options)
        .filter(([, option]) => holds(option.when, world))
        .sort(([, a], [, b]) => worth(b) - worth(a));
      const harmful = ranked.find(([, option]) => option.key.harmful);
      if (manner === 'harms-once' && harmful && !harmed && decided > 0) return harmful[0];
      const second = ranked[1];
      return slips && second && !second[1].key.harmful ? second[0] : ranked[0]![0];
    }
    case 'pick': {
      const options = Object.entries(decision.options);
      const right = options.filter(([, { key }]) => key.right).map(([id]) => id);
      const wrong = options.find(([, { key }]) => !key.right && !key.harmful);
      return (slips && wrong ? [...right.slice(1), wrong[0]] : right).join(' ');
    }
    case 'rank':
      return placed(
        Object.entries(decision.options)
          .sort(([, a], [, b]) => a.key.place - b.key.place)
          .map(([id]) => id),
      );
    case 'rate':
      return Object.entries(decision.options)
        .map(([id, { key }]) => `${id}=${key.rating}`)
        .join(' ');
  }
}
