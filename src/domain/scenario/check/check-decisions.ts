import { decisionGroups } from '../anchors.ts';
import type { Decision, Scenario } from '../schema.ts';
import type { Frameworks, Problem } from './problem.ts';

type Path = (string | number)[];

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
  scenario.certificate.forEach((outcome, at) => {
    if (!frameworks.outcomes.has(outcome)) unknown('unknown-outcome', ['certificate', at], outcome);
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
        message: `Decisions that share the anchor "${name}" differ in level, weight, routine or competencies.`,
        remedy: 'Make them equal, or give this one an anchor of its own.',
      });
  }
  return problems;
}

/** What would do harm cannot be sound as well. */
const mostCreditForHarm = 0.25;

function checkKeys(decision: Decision, path: Path): Problem[] {
  const problems: Problem[] = [];
  const options = Object.entries(decision.options);
  if (options.length < 2)
    problems.push({
      code: 'nothing-to-decide',
      path: [...path, 'options'],
      message: 'A decision needs at least two options.',
      remedy: 'Add what a kind, busy person might do instead.',
    });
  const wanted = [...decision.competencies].sort().join(', ');
  for (const [name, option] of options) {
    const at = [...path, 'options', name, 'key'];
    if (Object.keys(option.key.credit).sort().join(', ') !== wanted)
      problems.push({
        code: 'keys-missing',
        path: [...at, 'credit'],
        message: `The credit of "${name}" must be given for ${wanted} and nothing else.`,
        remedy: 'Give one number from 0 to 1 for each.',
      });
    for (const competency of option.key.harmful ?? []) {
      if ((option.key.credit[competency] ?? 0) > mostCreditForHarm)
        problems.push({
          code: 'harm-with-credit',
          path: [...at, 'credit', competency],
          message: `"${name}" does harm and still earns ${option.key.credit[competency]} for ${competency}.`,
          remedy: `Give it ${mostCreditForHarm} or less, or do not call it harmful.`,
        });
      if (!decision.competencies.includes(competency))
        problems.push({
          code: 'keys-missing',
          path: [...at, 'harmful'],
          message: `"${name}" harms ${competency}, which this decision does not bear on.`,
          remedy: 'Add it to "competencies", with credit for every option.',
        });
    }
  }
  for (const competency of decision.competencies) {
    const credits = options.map(([, option]) => option.key.credit[competency] ?? 0);
    if (Math.max(...credits) - Math.min(...credits) < 0.5)
      problems.push({
        code: 'keys-do-not-discriminate',
        path,
        message: `The options hardly differ in credit for ${competency}.`,
        remedy: 'Widen the credits to at least a half, or drop the competency here.',
      });
  }
  return problems;
}

/** A decision may be level 3 only if non-routine, the worker's own to start, and complex: method §1. */
function checkLevel(decision: Decision, path: Path): Problem[] {
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
