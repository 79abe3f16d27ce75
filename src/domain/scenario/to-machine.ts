import { assign, setup, type AnyStateMachine } from 'xstate';
import { holds, type Guard } from './guard.ts';
import type { Scenario, Scene, Target } from './schema.ts';
import { applyEffects, firstWorld, type Effects, type World } from './world.ts';

/** What can be sent to the machine: choose an option, find something out, or carry on. */
export type Move =
  | { type: 'decide'; choice: string }
  | { type: 'find'; choice: string }
  | { type: 'go-on'; choice: '' };

/** The machine's name for a move. One event a choice, so that each is a transition of its own. */
export const eventOf = (move: Move) => ({ type: `${move.type}:${move.choice}` });

type Branch = { when?: Guard | undefined; to: string };
const branches = (target: Target): Branch[] =>
  typeof target === 'string' ? [{ to: target }] : target;

const machineSetup = setup({
  types: { context: {} as World, events: {} as { type: string } },
  guards: {
    holds: ({ context }, guard: Guard | undefined) => holds(guard, context),
    // A branch is chosen in the world as the move leaves it, so the effects are applied first.
    leads: (
      { context },
      way: { offered: Guard | undefined; effects: Effects; when: Guard | undefined },
    ) => holds(way.offered, context) && holds(way.when, applyEffects(context, way.effects)),
    findable: ({ context }, find: { name: string; when: Guard | undefined }) =>
      !context.known.includes(find.name) && holds(find.when, context),
  },
  actions: {
    change: assign(({ context }, move: { effects: Effects; learns?: string }) =>
      applyEffects(context, move.effects, move.learns),
    ),
  },
});

const change = (effects: Effects, learns?: string) => ({
  type: 'change' as const,
  params: { effects, ...(learns ? { learns } : {}) },
});

const leading = (effects: Effects, to: Target, offered?: Guard) =>
  branches(to).map((branch) => ({
    target: branch.to,
    guard: { type: 'leads' as const, params: { offered, effects, when: branch.when } },
    actions: change(effects),
  }));

function toState(scene: Scene) {
  if (scene.ending) return { type: 'final' as const };
  const on: Record<string, object | object[]> = {};
  for (const [name, option] of Object.entries(scene.decision?.options ?? {}))
    on[eventOf({ type: 'decide', choice: name }).type] = leading(option, option.to, option.when);
  for (const [name, find] of Object.entries(scene.finds ?? {}))
    on[eventOf({ type: 'find', choice: name }).type] = {
      guard: { type: 'findable', params: { name, when: find.when } },
      actions: change(find, name),
    };
  if (scene.next)
    on[eventOf({ type: 'go-on', choice: '' }).type] = leading(scene.next, scene.next.to);
  const always = (scene.happens ?? []).map((happening) => ({
    target: happening.to,
    guard: { type: 'holds' as const, params: happening.when },
    actions: change(happening),
  }));
  return { on, always };
}

/**
 * Compiles a scenario to the XState machine that is its run-time truth: scenes are states, choices are
 * events, facts and the story clock are context, conditions are guards, effects are assigns, what
 * happens by itself is eventless, endings are final. Nothing in it does anything but assign.
 */
export function toMachine(scenario: Scenario): ScenarioMachine {
  return machineSetup.createMachine({
    id: 'scenario',
    context: firstWorld(scenario.facts),
    initial: scenario.start,
    states: Object.fromEntries(
      Object.entries(scenario.scenes).map(([name, scene]) => [name, toState(scene)]),
    ) as never,
  }) as never;
}

/** A scenario compiled: its context is a `World`, its states are the scenes. */
export type ScenarioMachine = AnyStateMachine;
