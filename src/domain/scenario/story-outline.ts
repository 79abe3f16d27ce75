import { moodWords } from './mood-words.ts';
import { outlineDecision, type OutlineDecision } from './outline-decision.ts';
import { sayGuard } from './say-guard.ts';
import type { Scenario, Scene } from './schema.ts';
import type { StoryGraph, StoryScene } from './story-graph.ts';
import {
  sayEffects,
  sayTarget,
  tellAll,
  type Leads,
  type Naming,
  type OutlineMove,
  type ToldPart,
} from './story-telling.ts';

export interface OutlineFind extends OutlineMove {
  kind: string;
  note: string;
}

/** A scene with all that it holds, in words. */
export interface OutlineScene {
  story: StoryScene;
  place: string;
  people: { name: string; looks: ToldPart[] }[];
  text: ToldPart[];
  /** What brings one here from anywhere, where an interruption begins. */
  comes: OutlineMove[];
  happens: OutlineMove[];
  finds: OutlineFind[];
  decision?: OutlineDecision;
  next?: OutlineMove;
  /** The things that go on at once from here, and how one turns to each. */
  strands: OutlineMove[];
  /** Where the story goes once they are all settled. */
  afterStrands: Leads[];
}

const findWords = { look: 'Look', ask: 'Ask', call: 'Call', stop: 'Stop' } as const;

type Faces = Exclude<NonNullable<Scene['people']>[string], string>;

function sayLooks(scenario: Scenario, person: string, looks: NonNullable<Scene['people']>[string]) {
  const sayFaces = (faces: Faces): ToldPart[] =>
    faces.map(({ mood, when }) => ({
      ...(when && { when: sayGuard(when, scenario) }),
      text: moodWords[mood],
    }));
  if (looks === 'as-felt') return sayFaces(scenario.people[person]?.faces ?? []);
  return typeof looks === 'string' ? [{ text: moodWords[looks] }] : sayFaces(looks);
}

/** All of a scenario in words, scene by scene in the order of the map. It says what the drawing shows, and the rest. */
export function toOutline(scenario: Scenario, graph: StoryGraph): OutlineScene[] {
  const numbers = new Map(graph.scenes.map(({ id, number }) => [id, number]));
  const naming: Naming = (id) => ({
    id,
    number: numbers.get(id) ?? 0,
    title: scenario.scenes[id]?.title ?? id,
  });
  return graph.scenes.map((story): OutlineScene => {
    const scene = scenario.scenes[story.id]!;
    const decision = scene.decision && outlineDecision(scene.decision, scenario, naming);
    const { next } = scene;
    return {
      story,
      place: scene.place,
      people: Object.entries(scene.people ?? {}).map(([id, looks]) => ({
        name: scenario.people[id]?.name ?? id,
        looks: sayLooks(scenario, id, looks),
      })),
      text: tellAll(scene.text, scenario),
      comes: Object.values(scenario.interruptions ?? {}).flatMap((interruption) =>
        interruption.to === story.id
          ? {
              label: 'Comes in between, once',
              when: sayGuard(interruption.when, scenario),
              changes: sayEffects(interruption, scenario),
              tells: [],
              leads: [],
            }
          : [],
      ),
      happens: (scene.happens ?? []).map((happening) => ({
        label: 'By itself',
        when: sayGuard(happening.when, scenario),
        changes: sayEffects(happening, scenario),
        tells: [],
        leads: sayTarget(happening.to, scenario, naming),
      })),
      finds: Object.values(scene.finds ?? {}).map((find) => ({
        ...{ kind: findWords[find.kind], label: find.label, note: find.note },
        ...(find.when && { when: sayGuard(find.when, scenario) }),
        changes: sayEffects(find, scenario),
        tells: tellAll(find.tells, scenario),
        leads: find.to === undefined ? [] : sayTarget(find.to, scenario, naming),
      })),
      ...(decision && { decision }),
      ...(next && {
        next: {
          label: next.label,
          changes: sayEffects(next, scenario),
          tells: [],
          leads: sayTarget(next.to, scenario, naming),
        },
      }),
      strands: Object.entries(scene.strands ?? {}).map(([, { start, turn }]) => ({
        label: turn.label,
        changes: sayEffects(turn, scenario),
        tells: [],
        leads: sayTarget(start, scenario, naming),
      })),
      afterStrands: scene.strands && scene.to ? sayTarget(scene.to, scenario, naming) : [],
    };
  });
}
