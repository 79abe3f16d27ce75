import type { Anchor } from './anchors.ts';
import type { Scenario } from './schema.ts';
import type { ScenarioMachine } from './to-machine.ts';

/** One version of a scenario, ready to be played: its content hash, its machine and its anchors. */
export interface PublishedScenario {
  slug: string;
  hash: string;
  /** Which of its equal forms this is; empty where it has only one. */
  form: string;
  /** All of its equal forms. */
  forms: readonly string[];
  /** What it is called in an address: its hash, and its form where it has several. */
  address: string;
  scenario: Scenario;
  machine: ScenarioMachine;
  anchors: Anchor[];
}
