import { decisionGroups } from '../anchors.ts';
import type { Decision } from '../decision.ts';
import type { Scenario } from '../schema.ts';
import type { Path } from '../parts-of.ts';
import { checkKeys } from './check-keys.ts';
import type { Frameworks, Problem } from './problem.ts';

/** Every decision is fully keyed, its keys tell options apart, and level 3 is truly level 3. */
export function checkDecisions(scenario: Scenario, frameworks: Frameworks): Problem[] {
  const problems: Problem[] = [];
  const unknown = (code: string, path: Path, what: string) =>
    problems.push({
      code,
      path,
      message: `${what} is in none of the frameworks.`,
      remedy: 'Use an id from scenarios/frameworks.',
    });

  scenario.claims.forEach((claim, at) => {
    if (!frameworks.competencies.has(claim.competency))
      unknown('unknown-competency', ['claims', at, 'competency'], claim.competency);
  });
  for (const [name, { decision }] of Object.entries(scenario.scenes)) {
    if (!decision) continue;
    const path = ['scenes', name, 'decision'];
    decision.competencies.forEach((competency, at) => {
      if (!frameworks.competencies.has(competency))
        unknown('unknown-competency', [...path, 'competencies', at], competency);
    });
    decision.indicators.forEach((indicator, at) => {
      if (!frameworks.indicators.has(indicator))
        unknown('unknown-indicator', [...path, 'indicators', at], indicator);
    });
    problems.push(...checkKeys(decision, path), ...checkLevel(decision, path));
  }
  for (const [name, members] of decisionGroups(scenario)) {
    const shape = ({ decision }: { decision: Decision }) =>
      [
        decision.kind,
        decision.level,
        decision.weight,
        decision.routine,
        ...[...decision.competencies].sort(),
      ].join(' ');
    const odd = members.find((member) => shape(member) !== shape(members[0]!));
    if (odd)
      problems.push({
        code: 'anchor-uneven',
        path: ['scenes', odd.scene, 'decision'],
        message: `Decisions that share the anchor "${name}" differ in kind, level, weight, routine or competencies.`,
        remedy: 'Make them equal, or give this one an anchor of its own.',
      });
  }
  return problems;
}

/** A decision may be level 3 only if non-routine, the worker's own to start, and complex: method §1. */
function checkLevel(decision: Decision, path: Path): Problem[] {
  if (decision.level === 2 && decision.kind === 'rationale')
    return [
      {
        code: 'reasons-at-level-2',
        path: [...path, 'kind'],
        message: 'Reasons are asked for at level 3 only.',
        remedy: 'Make it a level 3 decision, or give options to choose from.',
      },
    ];
  if (decision.level === 2) return [];
  const complexity = new Set(decision.complexity).size;
  if (!decision.routine && decision.initiative === 'own' && complexity >= 2) return [];
  return [
    {
      code: 'not-level-3',
      path,
      message:
        'A level 3 decision is non-routine, the worker’s own to start, and complex in two ways.',
      remedy:
        'Set routine: false, initiative: own and two entries of complexity if they are true; otherwise make it level 2.',
    },
  ];
}
