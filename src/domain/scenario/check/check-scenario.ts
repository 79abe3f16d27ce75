import { findAnchors, type Anchor } from '../anchors.ts';
import { explore } from '../explore.ts';
import { formsOf, inForm } from '../forms.ts';
import type { Scenario } from '../schema.ts';
import { checkCertificate } from './check-certificate.ts';
import { checkClaims } from './check-claims.ts';
import { checkDecisions } from './check-decisions.ts';
import { checkForms } from './check-forms.ts';
import { checkReach } from './check-reach.ts';
import { checkReferences } from './check-references.ts';
import { checkScenes } from './check-scenes.ts';
import { checkStyle } from './check-style.ts';
import type { Frameworks, Problem } from './problem.ts';
import type { Style } from './style.ts';

export interface Checked {
  problems: Problem[];
  /** Those of the first form. */
  anchors: Anchor[];
  anchorsByForm: Record<string, Anchor[]>;
  /** How many distinct moments were explored. */
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
  if (written.length) return { problems: written, anchors: [], anchorsByForm: {}, moments: 0 };
  const told = formsOf(scenario).map((form) => ({
    form,
    ...checkForm(inForm(scenario, form), fewestAnchors),
  }));
  const problems = [...told.flatMap((one) => one.problems), ...checkStyle(scenario, style)];
  return {
    problems: once([...problems, ...(problems.length ? [] : checkForms(scenario, told))]),
    anchors: told[0]!.anchors,
    anchorsByForm: Object.fromEntries(told.map(({ form, anchors }) => [form, anchors])),
    moments: told.reduce((sum, one) => sum + one.moments, 0),
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
    ...(graph.complete ? checkClaims(scenario, anchors, fewestAnchors) : []),
  ];
  return { problems, anchors, moments: graph.moments.length };
}
