import { optionsOf } from '../decision.ts';
import type { Graph } from '../explore.ts';
import { holds } from '../guard.ts';
import type { Moment } from '../moment.ts';
import type { Scenario } from '../schema.ts';
import type { Problem } from './problem.ts';

/** Whoever decides has a choice, can tell its options apart, and decides each thing once. */
export const checkChoices = (scenario: Scenario, graph: Graph): Problem[] => [
  ...checkOffered(scenario, graph),
  ...checkDecidedOnce(scenario, graph),
];

const offeredAt = (scenario: Scenario, { scene, world }: Moment) =>
  Object.entries(optionsOf(scenario.scenes[scene]!.decision)).filter(([, { when }]) =>
    holds(when, world),
  );

function checkOffered(scenario: Scenario, graph: Graph): Problem[] {
  const problems = new Map<string, Problem>();
  for (const moment of graph.moments) {
    const { decision } = scenario.scenes[moment.scene]!;
    if (!decision || decision.kind === 'rationale') continue;
    const offered = offeredAt(scenario, moment);
    const path = ['scenes', moment.scene, 'decision', 'options'];
    // Where nothing at all is offered one is stuck, which is told of already.
    if (offered.length === 1)
      problems.set(moment.scene, {
        code: 'no-choice',
        path,
        message: `In some states "${offered[0]![0]}" is all that is offered in "${moment.scene}".`,
        remedy: 'Offer at least two options whatever is so, or lead past this decision.',
      });
    offered.forEach(([name, { text }], at) => {
      const other = offered.findIndex((one) => one[1].text.trim() === text.trim());
      if (other < at)
        problems.set(`${moment.scene} ${name}`, {
          code: 'options-alike',
          path: [...path, name, 'text'],
          message: `It says the same as "${offered[other]![0]}", and both can be offered at once.`,
          remedy: 'Say what is different about it, or remove one of them.',
        });
    });
  }
  return [...problems.values()];
}

/** Only the first answer counts, so a decision that comes again asks for nothing. */
function checkDecidedOnce(scenario: Scenario, { moments, steps }: Graph): Problem[] {
  const onward = Map.groupBy(steps, ({ from }) => from);
  const decided = Map.groupBy(
    steps.filter(({ move }) => move.type === 'decide'),
    ({ from }) => moments[from]!.scene,
  );
  return [...decided].flatMap(([name, decisions]) => {
    const seen = new Set(decisions.map(({ to }) => to));
    for (const at of seen) {
      if (moments[at]!.scene !== name) {
        for (const { to } of onward.get(at) ?? []) seen.add(to);
        continue;
      }
      const { anchor } = scenario.scenes[name]!.decision!;
      return [
        {
          code: 'decided-twice',
          path: ['scenes', name, 'decision'],
          message: `"${anchor ?? name}" can be decided twice on one path, and only the first time counts.`,
          remedy: 'Lead on to a scene of its own, or let nothing lead back to it.',
        },
      ];
    }
    return [];
  });
}
