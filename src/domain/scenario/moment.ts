import { initialTransition, type AnyStateNode } from 'xstate';
import { answersTo } from './answers-to.ts';
import { holds } from './guard.ts';
import { nextSnapshot, type Snapshot } from './next-snapshot.ts';
import type { Scenario } from './schema.ts';
import { back } from './target.ts';
import { eventOf, storyState, type Move, type ScenarioMachine } from './to-machine.ts';
import type { World } from './world.ts';

/** Where in a story one is. */
export interface Position {
  /** The scene that the worker is in: of several strands, the one attended to. */
  scene: string;
  /** The scene that holds the strands, while several things go on at once. */
  split?: string;
  /** The scene that each strand has come to. */
  strands?: Record<string, string>;
}

/** Where a story stands: the place and the world. This is what is stored of a machine's snapshot. */
export interface Moment extends Position {
  /** During an interruption: where one was when it came. */
  left?: Position;
  world: World;
}

type Strands = Record<string, string>;

function toPosition(value: unknown, world: World): Position {
  if (typeof value === 'string') return { scene: value };
  const [outer, inner] = Object.entries(value as Record<string, unknown>)[0]!;
  if (typeof inner === 'string') return { scene: inner };
  if (outer === storyState) return toPosition(inner, world);
  const strands = inner as Strands;
  return { scene: strands[world.at!]!, split: outer, strands };
}

function toMoment(snapshot: Snapshot): Moment {
  const world = snapshot.context as World;
  const position = toPosition(snapshot.value, world);
  const history = snapshot.historyValue[back] as AnyStateNode[] | undefined;
  const isInStory = typeof snapshot.value === 'object' && storyState in snapshot.value;
  const isOver = typeof snapshot.value === 'string';
  if (!history || isInStory || isOver) return { ...position, world };
  return { ...position, left: leftAt(history, world), world };
}

/** Where one was, from the nodes that the history state remembers. */
function leftAt(nodes: AnyStateNode[], world: World): Position {
  const [first] = nodes;
  // The path of a scene in a strand: story, the scene with the strands, the strand, the scene.
  if (first!.path.length < 4) return { scene: first!.key };
  const strands = Object.fromEntries(nodes.map(({ path }) => [path[2]!, path[3]!]));
  return { scene: strands[world.at!]!, split: first!.path[1]!, strands };
}

/** The first moment of a scenario. */
export const firstMoment = (machine: ScenarioMachine): Moment =>
  toMoment(initialTransition(machine)[0] as Snapshot);

const nodeOf = (machine: ScenarioMachine, scene: string): AnyStateNode =>
  machine.getStateNodeById(scene);

function resume(machine: ScenarioMachine, moment: Moment): Snapshot {
  const { scene, split, strands, left, world } = moment;
  const { path } = nodeOf(machine, scene);
  const value = strands
    ? { [storyState]: { [split!]: strands } }
    : path.length === 1
      ? scene
      : { [path[0]!]: scene };
  const remembered = left && (left.strands ? Object.values(left.strands) : [left.scene]);
  return machine.resolveState({
    value,
    context: world,
    historyValue: remembered
      ? { [back]: remembered.map((name) => nodeOf(machine, name)) }
      : ({} as never),
  }) as Snapshot;
}

type Event = ReturnType<typeof eventOf>;

const follow = (machine: ScenarioMachine, from: Snapshot, event: Event): Moment =>
  toMoment(nextSnapshot(machine, from, event));

/** The moments that each of some moves leads to. A move that `movesAt` does not list leads nowhere. */
export function takenMoments(
  machine: ScenarioMachine,
  before: Moment,
  moves: readonly Move[],
): Moment[] {
  const snapshot = resume(machine, before);
  return moves.map((move) => follow(machine, snapshot, eventOf(before.scene, move)));
}

/** The moment after a move, or nothing where the machine does not take that move here. */
export function nextMoment(
  machine: ScenarioMachine,
  before: Moment,
  move: Move,
): Moment | undefined {
  const snapshot = resume(machine, before);
  const event = eventOf(before.scene, move);
  return snapshot.can(event) ? follow(machine, snapshot, event) : undefined;
}

/** Every scene that a moment is in: several where several things go on at once. */
export const scenesAt = (moment: Position): string[] =>
  moment.strands ? Object.values(moment.strands) : [moment.scene];

/** The strands that one could turn to: those not attended to and not settled. */
export const strandsAside = (scenario: Scenario, { scene, strands }: Position): string[] =>
  Object.entries(strands ?? {})
    .filter(([, at]) => at !== scene && !scenario.scenes[at]!.closes)
    .map(([strand]) => strand);

/**
 * The moves that a worker can make now, in the order the author wrote them. Of answers that lead to the
 * same place in the same world, only one stands for all (`answersTo`).
 */
export function movesAt(scenario: Scenario, moment: Moment): Move[] {
  const scene = scenario.scenes[moment.scene];
  if (!scene || scene.ending) return [];
  const finds = Object.entries(scene.finds ?? {})
    .filter(([name, find]) => !moment.world.known.includes(name) && holds(find.when, moment.world))
    .map(([choice]) => ({ type: 'find' as const, choice }));
  const answers = scene.decision ? answersTo(scene.decision, moment.world) : [];
  return [
    ...finds,
    ...answers.map((choice) => ({ type: 'decide' as const, choice })),
    ...(scene.next ? [{ type: 'go-on' as const, choice: '' as const }] : []),
    ...strandsAside(scenario, moment).map((choice) => ({ type: 'turn' as const, choice })),
  ];
}
