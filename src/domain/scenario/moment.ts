import { initialTransition, transition } from 'xstate';
import { holds } from './guard.ts';
import type { Scenario } from './schema.ts';
import { eventOf, type Move, type ScenarioMachine } from './to-machine.ts';
import type { World } from './world.ts';

/** Where a story stands: the scene and the world. This is what is stored of a machine's snapshot. */
export interface Moment {
  scene: string;
  world: World;
}

type Snapshot = ReturnType<ScenarioMachine['resolveState']>;
const toMoment = (snapshot: Snapshot): Moment => ({
  scene: String(snapshot.value),
  world: snapshot.context as World,
});

/** The first moment of a scenario. */
export const firstMoment = (machine: ScenarioMachine): Moment =>
  toMoment(initialTransition(machine)[0] as Snapshot);

const resume = (machine: ScenarioMachine, { scene, world }: Moment) =>
  machine.resolveState({ value: scene, context: world }) as Snapshot;

/** The moment after a move that `movesAt` lists. A move that it does not list leads nowhere. */
export const takenMoment = (machine: ScenarioMachine, before: Moment, move: Move): Moment =>
  toMoment(transition(machine, resume(machine, before), eventOf(move))[0] as Snapshot);

/** The moment after a move, or nothing where the machine does not take that move here. */
export function nextMoment(
  machine: ScenarioMachine,
  before: Moment,
  move: Move,
): Moment | undefined {
  if (!resume(machine, before).can(eventOf(move))) return undefined;
  return takenMoment(machine, before, move);
}

/** The moves that a worker can make now, in the order the author wrote them. */
export function movesAt(scenario: Scenario, moment: Moment): Move[] {
  const scene = scenario.scenes[moment.scene];
  if (!scene || scene.ending) return [];
  const finds = Object.entries(scene.finds ?? {})
    .filter(([name, find]) => !moment.world.known.includes(name) && holds(find.when, moment.world))
    .map(([choice]) => ({ type: 'find' as const, choice }));
  const options = Object.entries(scene.decision?.options ?? {})
    .filter(([, option]) => holds(option.when, moment.world))
    .map(([choice]) => ({ type: 'decide' as const, choice }));
  return [
    ...finds,
    ...options,
    ...(scene.next ? [{ type: 'go-on' as const, choice: '' as const }] : []),
  ];
}
