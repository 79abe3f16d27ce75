import { checkScenario } from '#domain/scenario/check/check-scenario.ts';
import { Scenario } from '#domain/scenario/schema.ts';
import { changeAt } from './change-at.ts';
import { houseStyle } from './broken-style.ts';
import { frameworks, soundInput } from './sound-scenario.ts';
import type { ScenarioInput } from './tiny-scenario.ts';

/** What is wrong, where in the sound scenario a value is changed, the value, and where that is found. */
export type Broken = [what: string, at: string, value: unknown, foundAt?: string];

/** What the checker finds once a sound scenario is changed, as `code path`. */
export function checkChanged([, at, value]: Broken, sound: () => ScenarioInput = soundInput) {
  const scenario = Scenario.parse(changeAt(sound(), at, value));
  const checked = checkScenario(scenario, frameworks, 2, houseStyle);
  return {
    ...checked,
    found: checked.problems.map(({ code, path }) => `${code} ${path.join('.')}`),
  };
}
