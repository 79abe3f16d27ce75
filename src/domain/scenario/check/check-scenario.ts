import { findAnchors, type Anchor } from '../anchors.ts';
import { explore } from '../explore.ts';
import type { Scenario } from '../schema.ts';
import { checkClaims } from './check-claims.ts';
import { checkDecisions } from './check-decisions.ts';
import { checkReach } from './check-reach.ts';
import { checkReferences } from './check-references.ts';
import { checkScenes } from './check-scenes.ts';
import type { Frameworks, Problem } from './problem.ts';

export interface Checked {
  problems: Problem[];
  anchors: Anchor[];
  /** How many distinct moments were explored. */
  moments: number;
}

/** Checks what a scenario says by itself, without playing it: quick enough for every start. */
export const checkWritten = (scenario: Scenario, frameworks: Frameworks): Problem[] => [
  ...checkReferences(scenario),
  ...checkScenes(scenario),
  ...checkDecisions(scenario, frameworks),
];

/**
 * Checks a scenario before anybody plays it and works out its anchors. Paths are explored only once
 * every name in the file is known, since an unknown name would make the machine itself fail.
 */
export function checkScenario(
  scenario: Scenario,
  frameworks: Frameworks,
  fewestAnchors: number,
): Checked {
  const written = checkWritten(scenario, frameworks);
  if (written.length) return { problems: written, anchors: [], moments: 0 };
  const graph = explore(scenario);
  const anchors = graph.complete ? findAnchors(scenario, graph) : [];
  const problems = [
    ...checkReach(scenario, graph),
    ...(graph.complete ? checkClaims(scenario, anchors, fewestAnchors) : []),
  ];
  return { problems, anchors, moments: graph.moments.length };
}
