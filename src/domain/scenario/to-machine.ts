import { assign, setup, type AnyStateMachine } from 'xstate';
import { effectsOf, isAnswerTo, type Answer } from './answer.ts';
import { holds, type Guard } from './guard.ts';
import { factsOf, type Scenario, type Scene } from './schema.ts';
import { back, branchesOf, type Target } from './target.ts';
import { applyEffects, firstWorld, type Effects, type World } from './world.ts';

/** What can be sent to the machine: decide, find something out, carry on, or turn to another strand. */
export type Move =
  | { type: 'decide'; choice: Answer }
  | { type: 'find'; choice: string }
  | { type: 'turn'; choice: string }
  | { type: 'go-on'; choice: '' };

/** A scenario compiled: its context is a `World`, its leaves are the scenes, by their own names. */
export type ScenarioMachine = AnyStateMachine;

/** The machine's name for a move made in a scene. */
export const eventOf = (scene: string, move: Move) =>
  move.type === 'find' || move.type === 'turn'
    ? { type: `${move.type}:${move.choice}`, answer: '' }
    : { type: `${move.type}:${scene}`, answer: move.choice };

/** Everything about one way on that a guard or an action needs to know. */
interface Way {
  /** The strand that must be attended to for it. */
  strand?: string | undefined;
  offered?: ((world: World, answer: Answer) => boolean) | undefined;
  does?: ((answer: Answer) => Effects[]) | undefined;
  learns?: string | undefined;
  when?: Guard | undefined;
  to?: string | undefined;
}

/** The outer state that holds the story, beside which its interruptions and endings stand. */
export const storyState = 'story';

/**
 * Compiles a scenario to the XState machine that is its run-time truth: scenes are states, moves are
 * events, facts and the story clock are context, conditions are guards, effects are assigns, what
 * happens by itself is eventless, endings are final. Several things at once are parallel states, and
 * one comes back from an interruption through a deep history state. Nothing in it does anything but
 * assign.
 */
export function toMachine(scenario: Scenario): ScenarioMachine {
  const facts = factsOf(scenario);
  const { scenes } = scenario;

  const after = (world: World, { does, learns, to }: Way, answer: Answer): World => {
    const done = (does?.(answer) ?? []).reduce(
      (now, effects) => applyEffects(now, effects, facts),
      learns ? applyEffects(world, {}, facts, learns) : world,
    );
    return attend(done, to);
  };
  /** Coming to a scene with strands begins with one of them; leaving them ends all attending. */
  const attend = (world: World, to: string | undefined): World => {
    const scene = to === undefined || to === back ? undefined : scenes[to];
    if (!scene || scene.strand || scene.during) return world;
    if (scene.strands)
      return { ...world, at: world.at && scene.strands[world.at] ? world.at : scene.attend };
    return world.at ? { ...world, at: undefined } : world;
  };

  const built = setup({
    types: { context: {} as World, events: {} as { type: string; answer?: Answer } },
    guards: {
      // A branch is chosen in the world as the move leaves it, so the effects come first.
      leads: ({ context, event }, way: Way) => {
        const answer = event.answer ?? '';
        if (way.strand && context.at !== way.strand) return false;
        if (way.offered && !way.offered(context, answer)) return false;
        return !way.when || holds(way.when, after(context, way, answer));
      },
      holds: ({ context }, way: { when: Guard }) => holds(way.when, context),
      comes: ({ context }, way: { name: string; when: Guard }) =>
        !context.happened?.includes(way.name) && holds(way.when, context),
      isElsewhere: ({ context }, way: { strand: string }) => context.at !== way.strand,
    },
    actions: {
      change: assign(({ context, event }, way: Way) => after(context, way, event.answer ?? '')),
      note: assign(({ context }, way: { name: string }) => ({
        happened: [...(context.happened ?? []), way.name],
      })),
    },
  });

  const leading = (way: Way, to: Target) =>
    branchesOf(to).map((branch) => {
      const params = { ...way, when: branch.when, to: branch.to };
      return {
        target: `#${branch.to}`,
        guard: { type: 'leads' as const, params },
        actions: { type: 'change' as const, params },
      };
    });

  const staying = (way: Way) => ({
    guard: { type: 'leads' as const, params: way },
    actions: { type: 'change' as const, params: way },
  });

  const happening = (scene: Scene) =>
    (scene.happens ?? []).map((event) => {
      const params: Way = { does: () => [event], to: event.to };
      return {
        target: `#${event.to}`,
        guard: { type: 'holds' as const, params: event },
        actions: { type: 'change' as const, params },
      };
    });

  const deciding = ({ decision, strand }: Scene) => {
    if (!decision) return [];
    if (decision.kind !== 'best-action')
      return leading(
        {
          strand,
          offered: (_world, answer) => isAnswerTo(decision, answer),
          does: (answer) => effectsOf(decision, answer),
        },
        decision.to,
      );
    return Object.entries(decision.options).flatMap(([name, option]) =>
      leading(
        {
          strand,
          offered: (world, answer) => answer === name && holds(option.when, world),
          does: () => [option],
        },
        option.to,
      ),
    );
  };

  function toState(name: string, scene: Scene): object {
    if (scene.ending ?? scene.closes) return { id: name, type: 'final' };
    if (scene.strands) return toStrands(name, scene);
    const { strand } = scene;
    const on: Record<string, object | object[]> = { [`decide:${name}`]: deciding(scene) };
    for (const [found, find] of Object.entries(scene.finds ?? {})) {
      const way: Way = {
        strand,
        learns: found,
        offered: (world) => !world.known.includes(found) && holds(find.when, world),
        does: () => [find],
      };
      on[`find:${found}`] = find.to ? leading(way, find.to) : staying(way);
    }
    if (scene.next) {
      const { next } = scene;
      on[`go-on:${name}`] = leading({ strand, does: () => [next] }, next.to);
    }
    if (strand) on[`turn:${strand}`] = turning(strand);
    return { id: name, on, always: happening(scene) };
  }

  const turning = (strand: string) => {
    const turn = Object.values(scenes).find((scene) => scene.strands?.[strand])?.strands![strand]!
      .turn;
    return {
      guard: { type: 'isElsewhere' as const, params: { strand } },
      actions: {
        type: 'change' as const,
        params: { does: () => [{ ...turn, turns: strand }] } satisfies Way,
      },
    };
  };

  const toStrands = (name: string, scene: Scene) => ({
    id: name,
    type: 'parallel',
    states: Object.fromEntries(
      Object.entries(scene.strands!).map(([strand, { start }]) => [
        strand,
        {
          id: `strand ${strand}`,
          initial: start,
          states: statesWhere((one) => one.strand === strand),
        },
      ]),
    ),
    always: happening(scene),
    onDone: leading({}, scene.to!),
  });

  const statesWhere = (belongs: (scene: Scene) => boolean) =>
    Object.fromEntries(
      Object.entries(scenes)
        .filter(([, scene]) => belongs(scene))
        .map(([name, scene]) => [name, toState(name, scene)]),
    );

  const interruptions = Object.entries(scenario.interruptions ?? {});
  const startsAtEnd = Boolean(scenes[scenario.start]?.ending);
  return built.createMachine({
    id: 'scenario',
    context: attend(firstWorld(facts), scenario.start),
    initial: startsAtEnd ? scenario.start : storyState,
    states: {
      ...statesWhere((scene) => Boolean(scene.ending)),
      ...(!startsAtEnd && {
        [storyState]: {
          id: 'the story',
          initial: scenario.start,
          states: {
            ...statesWhere((scene) => !scene.ending && !scene.strand && !scene.during),
            [back]: { id: back, type: 'history', history: 'deep', target: `#${scenario.start}` },
          },
          always: interruptions.map(([name, event]) => ({
            target: `#interruption ${name}`,
            guard: { type: 'comes' as const, params: { name, when: event.when } },
            actions: [
              { type: 'change' as const, params: { does: () => [event] } satisfies Way },
              { type: 'note' as const, params: { name } },
            ],
          })),
        },
      }),
      ...Object.fromEntries(
        interruptions.map(([name, event]) => [
          `during ${name}`,
          {
            id: `interruption ${name}`,
            initial: event.to,
            states: statesWhere((scene) => scene.during === name),
          },
        ]),
      ),
    } as never,
  }) as never;
}
