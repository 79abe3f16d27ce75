import { optionsOf } from './decision.ts';
import type { Guard } from './guard.ts';
import { sayGuard, sayName } from './say-guard.ts';
import type { Scenario, Scene } from './schema.ts';
import { branchesOf, type Target } from './target.ts';
import { harmOf, letterOf, recoversIn } from './story-options.ts';

/** What makes a way be taken. */
export type WayBy =
  'option' | 'decided' | 'next' | 'find' | 'happens' | 'splits' | 'settled' | 'interrupts';

/** One way from a scene to another. An option that may lead to several scenes has a way to each. */
export interface StoryWay {
  /** A scene; for `interrupts`, the interruption. */
  from: string;
  /** A scene, or `back`: where one was before the interruption. */
  to: string;
  by: WayBy;
  /** The option, the find or the strand; empty where only one way of its kind leaves a scene. */
  name: string;
  /** The letter that the map and the outline both call an option by. */
  letter?: string;
  /** The move in words. */
  label: string;
  /** When this way is taken, in words; absent where always. */
  when?: string;
  /** True for the last of several branches, taken where no other was. */
  otherwise: boolean;
  harmful: boolean;
  recovers: boolean;
}

type Made = Pick<StoryWay, 'from' | 'by' | 'label'> & Partial<StoryWay>;

const plain = { name: '', otherwise: false, harmful: false, recovers: false };

/** The ways of one move: one for each branch of where it leads. */
function waysTo(scenario: Scenario, target: Target, made: Made): StoryWay[] {
  const branches = branchesOf(target);
  return branches.map(({ to, when }) => ({
    ...plain,
    ...made,
    to,
    otherwise: branches.length > 1 && !when,
    ...(when && { when: sayGuard(when, scenario) }),
  }));
}

function decisionWays(scenario: Scenario, from: string, { decision }: Scene): StoryWay[] {
  if (!decision) return [];
  if (decision.kind !== 'best-action')
    return waysTo(scenario, decision.to, { from, by: 'decided', label: 'Whatever is decided' });
  return Object.entries(optionsOf(decision)).flatMap(([name, { text }], index) =>
    waysTo(scenario, decision.options[name]!.to, {
      ...{ from, by: 'option', name, label: text, letter: letterOf(index) },
      harmful: harmOf(decision, name).length > 0,
      recovers: recoversIn(decision, name),
    }),
  );
}

function strandWays(scenario: Scenario, from: string, scene: Scene): StoryWay[] {
  const starts = Object.entries(scene.strands ?? {}).map(([name, { start }]): StoryWay => ({
    ...plain,
    ...{ from, by: 'splits', name, to: start, label: sayName(name) },
  }));
  if (!scene.to || !scene.strands) return starts;
  const closing = Object.entries(scenario.scenes).filter(
    ([, one]) => one.closes && one.strand !== undefined && one.strand in scene.strands!,
  );
  const label = 'Once everything here is settled';
  return [
    ...starts,
    ...closing.flatMap(([id]) =>
      waysTo(scenario, scene.to!, { from: id, by: 'settled', label, name: from }),
    ),
  ];
}

function sceneWays(scenario: Scenario, from: string, scene: Scene): StoryWay[] {
  const when = (guard: Guard) => ({ when: sayGuard(guard, scenario) });
  return [
    ...decisionWays(scenario, from, scene),
    ...Object.entries(scene.finds ?? {}).flatMap(([name, { to, label }]) =>
      to ? waysTo(scenario, to, { from, by: 'find', name, label }) : [],
    ),
    ...(scene.next
      ? waysTo(scenario, scene.next.to, { from, by: 'next', label: scene.next.label })
      : []),
    ...(scene.happens ?? []).map((happening): StoryWay => ({
      ...plain,
      ...{ from, by: 'happens', to: happening.to, label: 'By itself' },
      ...when(happening.when),
    })),
    ...strandWays(scenario, from, scene),
  ];
}

/** Every way of a story, scene by scene as the author wrote them, interruptions last. */
export function findWays(scenario: Scenario): StoryWay[] {
  return [
    ...Object.entries(scenario.scenes).flatMap(([id, scene]) => sceneWays(scenario, id, scene)),
    ...Object.entries(scenario.interruptions ?? {}).map(([from, { to, when }]): StoryWay => ({
      ...plain,
      ...{ from, by: 'interrupts', to, label: 'Comes in between, once' },
      when: sayGuard(when, scenario),
    })),
  ];
}
