import type { z } from 'zod';
import { findAnchors } from '#domain/scenario/anchors.ts';
import { explore } from '#domain/scenario/explore.ts';
import { firstMoment, nextMoment, type Moment } from '#domain/scenario/moment.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import type { BestAction, Option } from '#domain/scenario/decision.ts';
import { Scenario, type Scene } from '#domain/scenario/schema.ts';
import { toMachine, type Move } from '#domain/scenario/to-machine.ts';

export type OptionInput = z.input<typeof Option>;
export type DecisionInput = z.input<typeof BestAction>;
type AnySceneInput = z.input<typeof Scene>;
/** A scene whose decision, if it has one, is the ordinary kind. */
export type SceneInput = Omit<AnySceneInput, 'decision'> & {
  decision?: DecisionInput | undefined;
};
export type ScenarioInput = Omit<z.input<typeof Scenario>, 'scenes'> & {
  scenes: Record<string, SceneInput>;
};

/** What an option says where no test asks; a decision adds its number, to tell it from the others. */
const plainText = 'Do what is offered here';

/** An option that leads somewhere, worth full credit for IP-01 unless told otherwise. */
export const option = (to: OptionInput['to'], more: Partial<OptionInput> = {}): OptionInput => ({
  text: plainText,
  to,
  key: { credit: { 'IP-01': 1 }, why: 'Because it is what helps the person.' },
  ...more,
});

/** The key of an option, by its credit for IP-01 or for each competency. */
export const worth = (
  credit: number | Record<string, number>,
  harmful?: string[],
): OptionInput['key'] => ({
  credit: typeof credit === 'number' ? { 'IP-01': credit } : credit,
  why: 'Because of what it does to the person.',
  ...(harmful && { harmful }),
});

/** A routine level 2 decision on IP-01. */
export const decision = (
  options: Record<string, OptionInput>,
  more: Partial<DecisionInput> = {},
): DecisionInput => ({
  prompt: 'What do you do?',
  kind: 'best-action',
  level: 2,
  routine: true,
  initiative: 'supervised',
  competencies: ['IP-01'],
  indicators: ['L2-S1'],
  weigh: 'I look at the person before I look at the clock.',
  options: Object.fromEntries(
    Object.entries(options).map(([id, one], at) => [
      id,
      one.text === plainText ? { ...one, text: `${plainText} (${at + 1})` } : one,
    ]),
  ),
  ...more,
});

/** What makes a decision a true level 3 one. */
export const levelThree = {
  level: 3,
  routine: false,
  initiative: 'own',
  complexity: ['missing-facts', 'pulled-apart'],
  indicators: ['L3-S1'],
} satisfies Partial<DecisionInput>;

/** A decision between a sound way and a poor way to each of some scenes. */
export const choiceOf = (targets: string[], more: Partial<DecisionInput> = {}): DecisionInput =>
  decision(
    Object.fromEntries(
      targets.flatMap((to) => [
        [`${to}-well`, option(to)],
        [`${to}-badly`, option(to, { key: worth(0) })],
      ]),
    ),
    more,
  );

const scene = (more: Partial<AnySceneInput>): AnySceneInput => ({
  title: 'A moment',
  place: 'The hall',
  text: 'Something happens.',
  ...more,
});

/** A scenario as its author would write it, with only what a test is about. */
export const scenarioInput = (
  scenes: Record<string, Partial<AnySceneInput>>,
  more: Partial<ScenarioInput> = {},
): ScenarioInput => ({
  format: 1,
  title: 'A tiny story',
  level: 2,
  status: 'provisional',
  setting: 'A test',
  summary: 'A story that is only long enough for one test.',
  purpose: 'To practise what one test is about, and nothing else.',
  takes: [1, 2],
  claims: [{ competency: 'IP-01', level: 2 }],
  certificate: ['CC-1.1'],
  sources: [{ title: 'None', about: 'Made up for a test.' }],
  clock: '23:50',
  people: {},
  start: Object.keys(scenes)[0]!,
  scenes: Object.fromEntries(
    Object.entries(scenes).map(([id, one]) => [id, scene(one) as SceneInput]),
  ),
  ...more,
});

/** The same, read through the schema. */
export const tinyScenario = (
  scenes: Record<string, Partial<AnySceneInput>>,
  more: Partial<ScenarioInput> = {},
): Scenario => Scenario.parse(scenarioInput(scenes, more));

/** A scenario with its machine and its anchors, ready to be played. */
export function publish(scenario: Scenario, slug = 'tiny'): PublishedScenario {
  const anchors = findAnchors(scenario, explore(scenario));
  return {
    slug,
    hash: `${slug}-hash`,
    form: '',
    forms: [''],
    address: `${slug}-hash`,
    scenario,
    machine: toMachine(scenario),
    anchors,
  };
}

/** Reads `decide one`, `find plan` or `go-on` as a move. */
export function readMove(words: string): Move {
  const [type, choice = ''] = words.split(' ');
  return { type, choice } as Move;
}

/** Plays moves from the first moment on; a move that is refused leaves nothing. */
export function play(scenario: Scenario, moves: readonly string[]): Moment | undefined {
  const machine = toMachine(scenario);
  let moment: Moment | undefined = firstMoment(machine);
  for (const words of moves) {
    if (!moment) return undefined;
    moment = nextMoment(machine, moment, readMove(words));
  }
  return moment;
}

/**
 * A scenario from arrows such as `S>A A>B,C`. The first scene decides nothing, every other scene with
 * arrows decides between them, and a scene without arrows is an ending.
 */
export function fromArrows(
  arrows: string,
  decisions: Record<string, Partial<DecisionInput>> = {},
  more: Partial<ScenarioInput> = {},
): Scenario {
  const ways = new Map(
    arrows
      .toLowerCase()
      .split(' ')
      .map((arrow) => {
        const [from, to] = arrow.split('>');
        return [from!, to!.split(',')] as const;
      }),
  );
  const start = [...ways.keys()][0]!;
  const names = new Set([...ways].flatMap(([from, to]) => [from, ...to]));
  const scenes = [...names].map((name): [string, Partial<SceneInput>] => {
    const to = ways.get(name);
    if (!to) return [name, { ending: 'well' }];
    if (name === start) return [name, { next: { label: 'Go on', to: to[0]! } }];
    return [name, { decision: choiceOf(to, decisions[name]) }];
  });
  return tinyScenario(Object.fromEntries(scenes), { start, ...more });
}
