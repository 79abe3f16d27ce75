import type { Decision } from './decision.ts';
import type { Guard } from './guard.ts';
import type { Prose } from './prose.ts';
import type { Scenario, Scene } from './schema.ts';
import { branchesOf, type Target } from './target.ts';
import type { Effects } from './world.ts';

export type Path = (string | number)[];

/** Something in a scene, and the way to it through the file. */
export interface Part<What> {
  path: Path;
  what: What;
}

const part = <What>(what: What, ...path: Path): Part<What> => ({ what, path });

const optionsIn = (decision: Decision | undefined): [string, OptionPart][] =>
  decision && 'options' in decision ? Object.entries(decision.options) : [];

/** The fields that an option may have, of whatever kind its decision is. */
type OptionPart = Effects & {
  when?: Guard | undefined;
  followed?: Prose | undefined;
  to?: Target | undefined;
  key: { cases?: { when: Guard }[] | undefined };
};

const onwardOf = (decision: Decision | undefined) =>
  decision && decision.kind !== 'best-action' ? decision : undefined;

const own = ['decision'] as const;
const option = (name: string): Path => ['decision', 'options', name];

/** Everything in a scene that changes the world. */
export function movesIn(scene: Scene): Part<Effects>[] {
  const onward = onwardOf(scene.decision);
  return [
    ...(scene.happens ?? []).map((one, at) => part(one, 'happens', at)),
    ...Object.entries(scene.finds ?? {}).map(([name, find]) => part(find, 'finds', name)),
    ...optionsIn(scene.decision).map(([name, one]) => part<Effects>(one, ...option(name))),
    ...(onward ? [part<Effects>(onward, ...own)] : []),
    ...(scene.next ? [part(scene.next, 'next')] : []),
    ...Object.entries(scene.strands ?? {}).map(([name, strand]) =>
      part(strand.turn, 'strands', name, 'turn'),
    ),
  ];
}

/** Everywhere that a scene may lead, the starts of its strands among them. */
export function targetsIn(scene: Scene): Part<Target>[] {
  const onward = onwardOf(scene.decision);
  return [
    ...(scene.happens ?? []).map(({ to }, at) => part(to, 'happens', at, 'to')),
    ...Object.entries(scene.finds ?? {}).flatMap(([name, { to }]) =>
      to ? [part(to, 'finds', name, 'to')] : [],
    ),
    ...optionsIn(scene.decision).flatMap(([name, { to }]) =>
      to ? [part(to, ...option(name), 'to')] : [],
    ),
    ...(onward ? [part(onward.to, ...own, 'to')] : []),
    ...(scene.next ? [part(scene.next.to, 'next', 'to')] : []),
    ...Object.entries(scene.strands ?? {}).map(([name, { start }]) =>
      part(start, 'strands', name, 'start'),
    ),
    ...(scene.to ? [part(scene.to, 'to')] : []),
  ];
}

/** All prose of a scene. */
export function proseIn(scene: Scene): Part<Prose>[] {
  const onward = onwardOf(scene.decision);
  return [
    part(scene.text, 'text'),
    ...Object.entries(scene.finds ?? {}).map(([name, { tells }]) =>
      part(tells, 'finds', name, 'tells'),
    ),
    ...(scene.decision ? [part(scene.decision.weigh, ...own, 'weigh')] : []),
    ...optionsIn(scene.decision).flatMap(([name, { followed }]) =>
      followed ? [part(followed, ...option(name), 'followed')] : [],
    ),
    ...(onward?.followed ? [part(onward.followed, ...own, 'followed')] : []),
  ];
}

const inProse = (prose: Part<Prose>[]): Part<Guard>[] =>
  prose.flatMap(({ what, path }) =>
    typeof what === 'string'
      ? []
      : what.flatMap((one, at) =>
          typeof one === 'string' || !one.when ? [] : [part(one.when, ...path, at, 'when')],
        ),
  );

/** Conditions that decide where the story goes: what explores it must tell apart. */
export function leadingGuardsIn(scene: Scene): Part<Guard>[] {
  return [
    ...(scene.happens ?? []).map(({ when }, at) => part(when, 'happens', at, 'when')),
    ...Object.entries(scene.finds ?? {}).flatMap(([name, { when }]) =>
      when ? [part(when, 'finds', name, 'when')] : [],
    ),
    ...optionsIn(scene.decision).flatMap(([name, { when }]) =>
      when ? [part(when, ...option(name), 'when')] : [],
    ),
    ...targetsIn(scene).flatMap(({ what, path }) =>
      branchesOf(what).flatMap(({ when }, at) => (when ? [part(when, ...path, at, 'when')] : [])),
    ),
  ];
}

/** Conditions that decide what a decision is worth. */
export const keyGuardsIn = (scene: Scene): Part<Guard>[] =>
  optionsIn(scene.decision).flatMap(([name, { key }]) =>
    (key.cases ?? []).map(({ when }, at) =>
      part(when, ...option(name), 'key', 'cases', at, 'when'),
    ),
  );

/** Conditions that only decide what is told or how somebody looks. */
export const tellingGuardsIn = (scene: Scene): Part<Guard>[] => [
  ...inProse(proseIn(scene)),
  ...Object.entries(scene.people ?? {}).flatMap(([name, faces]) =>
    typeof faces === 'string'
      ? []
      : faces.flatMap(({ when }, at) => (when ? [part(when, 'people', name, at, 'when')] : [])),
  ),
];

/** Every condition of a scenario and the way to it. */
export function guardsIn(scenario: Scenario): Part<Guard>[] {
  const inScenes = Object.entries(scenario.scenes).flatMap(([name, scene]) =>
    [...leadingGuardsIn(scene), ...keyGuardsIn(scene), ...tellingGuardsIn(scene)].map(
      ({ what, path }) => part(what, 'scenes', name, ...path),
    ),
  );
  const faces = Object.entries(scenario.people).flatMap(([name, person]) =>
    (person.faces ?? []).flatMap(({ when }, at) =>
      when ? [part(when, 'people', name, 'faces', at, 'when')] : [],
    ),
  );
  const interruptions = Object.entries(scenario.interruptions ?? {}).map(([name, { when }]) =>
    part(when, 'interruptions', name, 'when'),
  );
  const looking = scenario['looking-back'];
  return [
    ...inScenes,
    ...faces,
    ...interruptions,
    ...inProse(looking ? [part(looking, 'looking-back')] : []),
  ];
}

/** Everything in a scenario that changes the world, and the way to it. */
export const movesOf = (scenario: Scenario): Part<Effects>[] => [
  ...Object.entries(scenario.scenes).flatMap(([name, scene]) =>
    movesIn(scene).map(({ what, path }) => part(what, 'scenes', name, ...path)),
  ),
  ...Object.entries(scenario.interruptions ?? {}).map(([name, one]) =>
    part<Effects>(one, 'interruptions', name),
  ),
];
