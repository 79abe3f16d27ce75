import { createActor, type AnyActorScope } from 'xstate';
import type { eventOf, ScenarioMachine } from './to-machine.ts';

export type Snapshot = ReturnType<ScenarioMachine['resolveState']>;

const scopes = new WeakMap<ScenarioMachine, AnyActorScope>();

/**
 * The snapshot after an event, as XState's own `transition` gives it. That makes an actor for every
 * question; our machines only assign and never speak to theirs, so here one is made for each machine.
 */
export function nextSnapshot(
  machine: ScenarioMachine,
  snapshot: Snapshot,
  event: ReturnType<typeof eventOf>,
): Snapshot {
  const scope = scopes.get(machine) ?? inertScope(machine);
  scopes.set(machine, scope);
  return machine.transition(snapshot, event, scope) as Snapshot;
}

/** The surroundings of an actor that was never started: nothing in them does anything. */
function inertScope(machine: ScenarioMachine): AnyActorScope {
  const self = createActor(machine);
  const nothing = () => undefined;
  return {
    ...{ self, id: '', sessionId: '', system: self.system },
    ...{ logger: nothing, defer: nothing, emit: nothing, stopChild: nothing },
    actionExecutor: nothing,
  };
}
