import { optionsOf } from '../scenario/decision.ts';
import { holds } from '../scenario/guard.ts';
import type { Moment } from '../scenario/moment.ts';
import type { Scenario } from '../scenario/schema.ts';
import { shuffle } from './shuffle.ts';

/** The ids of the options offered in a moment, in the order this attempt shows them. */
export function optionsShown(scenario: Scenario, moment: Moment, seed: number): string[] {
  const options = Object.entries(optionsOf(scenario.scenes[moment.scene]?.decision));
  // All are shuffled before any is left out, so that learning something never reorders the rest.
  return shuffle(options, seed, moment.scene)
    .filter(([, option]) => holds(option.when, moment.world))
    .map(([id]) => id);
}
