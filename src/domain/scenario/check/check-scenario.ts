import { findAnchors, type Anchor } from '../anchors.ts';
import { explore, type Graph } from '../explore.ts';
import { formsOf, inForm } from '../forms.ts';
import type { Scenario } from '../schema.ts';
import { checkBestPath } from './check-best-path.ts';
import { checkCertificate } from './check-certificate.ts';
import { checkChoices } from './check-choices.ts';
import { checkClaims } from './check-claims.ts';
import { checkDecisions } from './check-decisions.ts';
import { checkFacts } from './check-facts.ts';
import { checkForms } from './check-forms.ts';
import { checkFront } from './check-front.ts';
import { checkGuards } from './check-guards.ts';
import { checkHarmRecovered, checkHarmWeighed } from './check-harm.ts';
import { checkInterruptions } from './check-interruptions.ts';
import { checkReach } from './check-reach.ts';
import { checkReferences } from './check-references.ts';
import { checkScenes } from './check-scenes.ts';
import { checkStrands } from './check-strands.ts';
import { checkStyle } from './check-style.ts';
import type { Frameworks, Problem } from './problem.ts';
import type { Style } from './style.ts';

export interface Checked {
  problems: Problem[];
  /** Those of the first form. */
  anchors: Anchor[];
  anchorsByForm: Record<string, Anchor[]>;
  /** What was explored of each form; nothing where that was not come to. */
  graphs: Record<string, Graph>;
  /** How many distinct moments there are, all forms together. */
  moments: number;
}

/** Checks what a scenario says by itself, without playing it: quick enough for every start. */
export const checkWritten = (scenario: Scenario, frameworks: Frameworks): Problem[] =>
  once(
    formsOf(scenario)
      .map((form) => inForm(scenario, form))
      .flatMap((told) => [
        ...checkReferences(told),
        ...checkScenes(told),
        ...checkStrands(told),
        ...checkInterruptions(told),
        ...checkFacts(told),
        ...checkFront(told),
        ...checkHarmWeighed(told),
        ...checkCertificate(told, frameworks),
        ...checkDecisions(told, frameworks),
      ]),
  );

/**
 * Checks a scenario before anybody plays it and works out its anchors. Paths are explored only once
 * every name in the file is known, since an unknown name would make the machine itself fail.
 */
export function checkScenario(
  scenario: Scenario,
  frameworks: Frameworks,
  fewestAnchors: number,
  style: Style,
): Checked {
  const written = checkWritten(scenario, frameworks);
  if (written.length)
    return { problems: written, anchors: [], anchorsByForm: {}, graphs: {}, moments: 0 };
  const told = formsOf(scenario).map((form) => ({
    form,
    ...checkForm(inForm(scenario, form), fewestAnchors),
  }));
  const problems = [...told.flatMap((one) => one.problems), ...checkStyle(scenario, style)];
  return {
    problems: once([...problems, ...(problems.length ? [] : checkForms(scenario, told))]),
    anchors: told[0]!.anchors,
    anchorsByForm: Object.fromEntries(told.map(({ form, anchors }) => [form, anchors])),
    graphs: Object.fromEntries(told.map(({ form, graph }) => [form, graph])),
    moments: told.reduce((sum, { graph }) => sum + graph.moments.length, 0),
  };
}

/** Checks a scenario whose anchors are known already: all but what only playing every path shows. */
export const checkProved = (
  scenario: Scenario,
  anchorsByForm: Checked['anchorsByForm'],
  frameworks: Frameworks,
  fewestAnchors: number,
): Pick<Checked, 'problems' | 'anchorsByForm'> => ({
  problems: once([
    ...checkWritten(scenario, frameworks),
    ...formsOf(scenario).flatMap((form) =>
      checkClaims(scenario, anchorsByForm[form] ?? [], fewestAnchors),
    ),
  ]),
  anchorsByForm,
});

/** What is wrong in every form is said once. */
const once = (problems: Problem[]): Problem[] => [
  ...new Map(problems.map((one) => [JSON.stringify(one), one])).values(),
];

function checkForm(scenario: Scenario, fewestAnchors: number) {
  const graph = explore(scenario);
  const anchors = graph.complete ? findAnchors(scenario, graph) : [];
  const problems = [
    ...checkReach(scenario, graph),
    ...(graph.complete ? checkPlayed(scenario, graph, anchors, fewestAnchors) : []),
  ];
  return { problems, anchors, graph };
}

const checkPlayed = (
  scenario: Scenario,
  graph: Graph,
  anchors: Anchor[],
  fewestAnchors: number,
): Problem[] => [
  ...checkClaims(scenario, anchors, fewestAnchors),
  ...checkGuards(scenario, graph),
  ...checkChoices(scenario, graph),
  ...checkHarmRecovered(scenario, graph),
  ...checkBestPath(scenario, graph),
];
