import { scoreAnswer } from '../../evidence/score-answer.ts';
import type { Graph, Step } from '../explore.ts';
import type { Scenario } from '../schema.ts';
import type { Problem } from './problem.ts';

/**
 * Doing well takes judgement and no luck. Whoever always takes what is worth most for what they know can
 * come to an ending that is well; and looking round in time is enough to be worth the most that each
 * decision pays such a person, whichever of equally good options they took before.
 */
export function checkBestPath(scenario: Scenario, graph: Graph): Problem[] {
  const { moments } = graph;
  const worth = worthOf(scenario, graph);
  const onward = Map.groupBy(graph.steps, ({ from }) => from);
  const best = (at: number): Step[] => {
    const steps = onward.get(at) ?? [];
    const decided = steps.filter(({ move }) => move.type === 'decide');
    const most = Math.max(...decided.map((step) => worth(step)));
    return steps.filter((step) => step.move.type !== 'decide' || worth(step) === most);
  };
  const met = new Set([0]);
  for (const at of met) for (const { to } of best(at)) met.add(to);

  const endings = [...met].filter((at) => scenario.scenes[moments[at]!.scene]!.ending);
  if (!endings.some((at) => scenario.scenes[moments[at]!.scene]!.ending === 'well'))
    return [
      luck(
        ['scenes'],
        'Always taking the option that is worth most never leads to an ending that is well.',
        'Let the best options lead to an ending marked "well".',
      ),
    ];
  return checkKnowable(graph, met, best, worth, endings);
}

/** What a step earns, over all competencies of its decision. */
function worthOf(scenario: Scenario, { moments }: Graph) {
  const known = new Map<Step, number>();
  return (step: Step): number => {
    const there = known.get(step);
    if (there !== undefined) return there;
    const { scene, world } = moments[step.from]!;
    const scores = scoreAnswer(scenario.scenes[scene]!.decision!, step.move.choice, world);
    const sum = [...scores.values()].reduce((all, one) => all + one.credit, 0);
    known.set(step, sum);
    return sum;
  };
}

/** Works back from the endings: what can be looked at may be looked at, what is equally good may be taken. */
function checkKnowable(
  { moments }: Graph,
  met: Set<number>,
  best: (at: number) => Step[],
  worth: (step: Step) => number,
  endings: number[],
): Problem[] {
  const most = new Map<string, number>();
  const decidedAt = new Map<number, Step[]>();
  const into = new Map<number, Step[]>();
  for (const at of met) {
    const { scene } = moments[at]!;
    const steps = best(at);
    const decided = steps.filter(({ move }) => move.type === 'decide');
    if (decided.length) most.set(scene, Math.max(most.get(scene) ?? 0, worth(decided[0]!)));
    decidedAt.set(at, decided);
    for (const step of steps) into.set(step.to, [...(into.get(step.to) ?? []), step]);
  }
  const fine = new Set(endings);
  for (const at of fine)
    for (const { from, move } of into.get(at) ?? []) {
      const decided = decidedAt.get(from)!;
      const pays = () => worth(decided[0]!) === most.get(moments[from]!.scene);
      if (move.type !== 'decide' || (pays() && decided.every(({ to }) => fine.has(to))))
        fine.add(from);
    }
  if (fine.has(0)) return [];
  const short = [...met].filter((at) => {
    const decided = decidedAt.get(at)!;
    return decided.length > 0 && worth(decided[0]!) < most.get(moments[at]!.scene)!;
  });
  const scenes = [...new Set(short.map((at) => moments[at]!.scene))];
  const named = scenes.map((name) => `"${name}"`).join(', ');
  return [
    luck(
      ['scenes', ...scenes.slice(0, 1)],
      `What pays most in ${named || 'some decision'} cannot always be known in time, however well one looks.`,
      'Let what it rests on be found out on every way there that is as good.',
    ),
  ];
}

const luck = (path: string[], message: string, remedy: string): Problem => ({
  code: 'best-path-needs-luck',
  path,
  message,
  remedy,
});
