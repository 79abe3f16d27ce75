import { formsOf } from '../forms.ts';
import type { Scenario } from '../schema.ts';
import { checkAvoided } from './check-avoided.ts';
import { checkReadingAge } from './check-reading-age.ts';
import { checkSentences } from './check-sentences.ts';
import { checkTells } from './check-tells.ts';
import type { Problem } from './problem.ts';
import type { Style } from './style.ts';
import { workerTexts } from './texts.ts';

/**
 * How a scenario is worded, for its author: easy to read, no labels on people, nothing that gives the
 * best option away. Each form is looked at by itself; what is wrong in several is said once.
 */
export function checkStyle(scenario: Scenario, style: Style): Problem[] {
  const found = new Map<string, Problem>();
  for (const form of formsOf(scenario)) {
    const texts = workerTexts(scenario, form);
    for (const problem of [
      ...checkReadingAge(scenario, texts, style),
      ...checkSentences(texts),
      ...checkAvoided(texts, style),
      ...checkTells(scenario, form),
    ]) {
      const name = `${problem.code} ${problem.path.join('/')} ${problem.message}`;
      found.set(name, problem);
    }
  }
  return [...found.values()];
}
