import type { Anchor } from './anchors.ts';
import { sayGuard, sayName } from './say-guard.ts';
import type { Scenario, Scene } from './schema.ts';
import { answerOf, sayKind, storyOptions, type StoryOption } from './story-options.ts';
import { orderScenes } from './story-order.ts';
import { findWays, type StoryWay } from './story-ways.ts';

/** A decision as the map shows it. */
export interface StoryDecision {
  level: 2 | 3;
  /** What sort of answer it asks for, in words. */
  kind: string;
  /** What the key asks for, in one short line. */
  answer: string;
  /** Competencies for which it is an anchor: nobody gets past it. */
  anchors: string[];
  options: StoryOption[];
}

/** A scene as the map shows it. */
export interface StoryScene {
  id: string;
  /** Its place in the order of the story, from 1. The map and the outline both use it. */
  number: number;
  title: string;
  starts: boolean;
  ending?: 'well' | 'mixed' | 'hard';
  decision?: StoryDecision;
  strand?: string;
  closes: boolean;
  during?: string;
}

/** How each sort of ending is called. */
export const endingWords = { well: 'Ends well', mixed: 'Ends mixed', hard: 'Ends hard' } as const;

/** Scenes that belong together: a strand of several at once, or an interruption. */
export interface StoryFrame {
  id: string;
  kind: 'strand' | 'interruption';
  title: string;
  /** How one turns to a strand, or when an interruption comes. */
  how: string;
  scenes: string[];
}

/** A whole scenario as scenes and the ways between them. It holds every key: never for a browser that may still decide. */
export interface StoryGraph {
  title: string;
  /** In the order of the story. */
  scenes: StoryScene[];
  ways: StoryWay[];
  frames: StoryFrame[];
}

function toDecision(
  id: string,
  scene: Scene,
  anchors: readonly Anchor[],
): StoryDecision | undefined {
  const { decision } = scene;
  if (!decision) return undefined;
  return {
    level: decision.level,
    kind: sayKind(decision),
    answer: answerOf(decision),
    anchors: anchors.flatMap(({ scenes, competency }) => (scenes.includes(id) ? [competency] : [])),
    options: storyOptions(decision),
  };
}

function toFrames(scenario: Scenario): StoryFrame[] {
  const scenes = Object.entries(scenario.scenes);
  const named = (test: (scene: Scene) => boolean) =>
    scenes.flatMap(([id, scene]) => (test(scene) ? [id] : []));
  const strands = scenes.flatMap(([, host]) =>
    Object.entries(host.strands ?? {}).map(([id, { turn }]): StoryFrame => ({
      ...{ id, kind: 'strand', title: sayName(id), how: turn.label },
      scenes: named((scene) => scene.strand === id),
    })),
  );
  const interruptions = Object.entries(scenario.interruptions ?? {}).map(
    ([id, { when }]): StoryFrame => ({
      ...{ id, kind: 'interruption', title: sayName(id), how: sayGuard(when, scenario) },
      scenes: named((scene) => scene.during === id),
    }),
  );
  return [...strands, ...interruptions];
}

/** The story of a scenario as a graph, for whoever may see its keys. `anchors` are those found when it was checked. */
export function toStoryGraph(scenario: Scenario, anchors: readonly Anchor[]): StoryGraph {
  const ways = findWays(scenario);
  const scenes = orderScenes(scenario, ways).map((id, index): StoryScene => {
    const scene = scenario.scenes[id]!;
    const decision = toDecision(id, scene, anchors);
    return {
      ...{ id, number: index + 1, title: scene.title, starts: id === scenario.start },
      closes: scene.closes === true,
      ...(scene.ending && { ending: scene.ending }),
      ...(decision && { decision }),
      ...(scene.strand !== undefined && { strand: scene.strand }),
      ...(scene.during !== undefined && { during: scene.during }),
    };
  });
  return { title: scenario.title, scenes, ways, frames: toFrames(scenario) };
}
