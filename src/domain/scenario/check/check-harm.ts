import { doneBy, effectsOf, type Answer } from '../answer.ts';
import { optionsOf, type Decision } from '../decision.ts';
import type { Graph } from '../explore.ts';
import { keyIn } from '../../evidence/score-answer.ts';
import { guardsIn, type Path } from '../parts-of.ts';
import { movesAt, type Moment } from '../moment.ts';
import type { Scenario } from '../schema.ts';
import type { World } from '../world.ts';
import { factsIn } from './check-facts.ts';
import type { Problem } from './problem.ts';

/** Whatever was known when harm could be done, the debrief has something to weigh: method §4. */
export function checkHarmWeighed(scenario: Scenario): Problem[] {
  return Object.entries(scenario.scenes).flatMap(([name, { decision }]) => {
    const harms = Object.values(optionsOf(decision)).some(
      ({ key }) => key.harmful ?? ('cases' in key && key.cases?.some((one) => 'harmful' in one)),
    );
    const weigh = decision?.weigh;
    if (!harms || typeof weigh === 'string') return [];
    if (weigh!.some((part) => typeof part === 'string' || !part.when)) return [];
    return [
      {
        code: 'harm-without-debrief',
        path: ['scenes', name, 'decision', 'weigh'],
        message: 'Harm can be done here, and at times the debrief has nothing to weigh.',
        remedy: 'Begin "weigh" with a part that has no condition.',
      },
    ];
  });
}

/**
 * Harm is never the last word: after each harmful move something can be put right on some path, or the
 * story takes it up. It does so where an ending follows at once, or where a later scene, an ending or
 * "looking-back" asks about what the move changed. To rate a thing wrongly does nothing in the story.
 */
export function checkHarmRecovered(scenario: Scenario, graph: Graph): Problem[] {
  const recoverable = canRecover(scenario, graph);
  const elsewhere = new Map(
    Object.keys(scenario.scenes).map((name) => [name, askedElsewhere(scenario, name)]),
  );
  const problems = new Map<string, Problem>();
  for (const { from, move, to } of graph.steps) {
    if (move.type !== 'decide') continue;
    const { scene, world } = graph.moments[from]!;
    const decision = scenario.scenes[scene]!.decision!;
    if (recoverable.has(to) || scenario.scenes[graph.moments[to]!.scene]!.ending) continue;
    const harmful = harmfulIn(decision, move.choice, world);
    if (!harmful.length) continue;
    const changed = effectsOf(decision, move.choice).flatMap(({ set, add }) =>
      Object.keys({ ...set, ...add }),
    );
    if (changed.some((name) => elsewhere.get(scene)!.has(name))) continue;
    for (const option of harmful)
      problems.set(
        `${scene} ${option}`,
        unrecovered(['scenes', scene, 'decision', 'options', option], option),
      );
  }
  return [...problems.values()];
}

const unrecovered = (path: Path, option: string): Problem => ({
  code: 'harm-without-recovery',
  path,
  message: `After the harm of "${option}" nothing later can put it right, and nothing takes it up.`,
  remedy:
    'Offer a later option with "recovers: true", or let it set a fact that a later scene, an ending or "looking-back" tells of.',
});

/** The options of an answer that do harm. */
function harmfulIn(decision: Decision, answer: Answer, world: World): string[] {
  if (decision.kind === 'rationale' || decision.kind === 'rate') return [];
  if (decision.kind === 'best-action')
    return keyIn(decision.options[answer]!.key, world).harmful ? [answer] : [];
  const options = Object.entries<{ key: { harmful?: string[] | undefined } }>(decision.options);
  const done = doneBy(decision, answer);
  return options.filter(([id, { key }]) => key.harmful && done.includes(id)).map(([id]) => id);
}

/** The moments from which something that recovers can be done on some path. */
function canRecover(scenario: Scenario, { moments, steps }: Graph): Set<number> {
  const into = Map.groupBy(steps, ({ to }) => to);
  const waiting = moments.flatMap((moment, at) => (recoversAt(scenario, moment) ? [at] : []));
  const met = new Set(waiting);
  for (const at of waiting)
    for (const { from } of into.get(at) ?? []) {
      if (met.has(from)) continue;
      met.add(from);
      waiting.push(from);
    }
  return met;
}

function recoversAt(scenario: Scenario, moment: Moment): boolean {
  const { decision } = scenario.scenes[moment.scene]!;
  if (!decision || decision.kind === 'rationale' || decision.kind === 'rate') return false;
  const { options } = decision;
  if (!Object.values(options).some(({ recovers }) => recovers)) return false;
  return movesAt(scenario, moment).some(
    ({ type, choice }) =>
      type === 'decide' && doneBy(decision, choice).some((id) => options[id]!.recovers),
  );
}

/** The facts that anything asks about outside one scene. */
const askedElsewhere = (scenario: Scenario, scene: string): Set<string> =>
  new Set(
    guardsIn(scenario).flatMap(({ what, path }) =>
      path[0] === 'scenes' && path[1] === scene ? [] : factsIn(what),
    ),
  );
