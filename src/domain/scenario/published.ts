import type { Anchor } from './anchors.ts';
import type { Scenario } from './schema.ts';
import type { ScenarioMachine } from './to-machine.ts';

/** One version of a scenario, ready to be played: its content hash, its machine and its anchors. */
export interface PublishedScenario {
  slug: string;
  hash: string;
  scenario: Scenario;
  machine: ScenarioMachine;
  anchors: Anchor[];
}
