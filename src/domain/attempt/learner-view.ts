import { holds } from '../scenario/guard.ts';
import type { Moment } from '../scenario/moment.ts';
import { tell } from '../scenario/prose.ts';
import type { Scenario, Scene } from '../scenario/schema.ts';
import type { Mood } from '../scenario/words.ts';
import { applyEffects, type World } from '../scenario/world.ts';
import type { MadeMove } from './attempt.ts';
import { optionsShown } from './options-shown.ts';

/** Someone in the scene, and the face they show. */
export interface SeenPerson {
  id: string;
  name: string;
  mood: Mood;
}

/** Everything that a worker's page may show of a moment. Texts are Markdown. */
export interface LearnerView {
  scenario: string;
  step: number;
  scene: { id: string; title: string; place: string; clock: string; text: string };
  people: SeenPerson[];
  finds: { id: string; label: string; minutes: number }[];
  /** What was found out here, in full, the latest last. */
  found: { id: string; label: string; tells: string }[];
  /** The notebook: one line for everything found out so far. */
  known: { id: string; note: string }[];
  decision?: { prompt: string; options: { id: string; text: string }[] };
  next?: { label: string };
  ending?: 'well' | 'mixed' | 'hard';
  /** The moment before this one, and what the worker did in it. */
  past?: { title: string; text: string; did: string; followed: string };
}

/** The story's own time of day after some minutes, as HH:MM. */
export function storyClock(start: string, minutes: number): string {
  const [hours = 0, mins = 0] = start.split(':').map(Number);
  const total = (hours * 60 + mins + minutes) % (24 * 60);
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

/** Who is in a scene and how they look in a world. */
const peopleIn = (scenario: Scenario, scene: Scene, world: World): SeenPerson[] =>
  Object.entries(scene.people ?? {}).map(([id, mood]) => ({
    id,
    name: scenario.people[id]!.name,
    mood:
      typeof mood === 'string'
        ? mood
        : (mood.find((face) => holds(face.when, world))?.mood ?? 'calm'),
  }));

/** A find of any scene by its name. */
const findsOf = (scenario: Scenario) =>
  new Map(Object.values(scenario.scenes).flatMap((scene) => Object.entries(scene.finds ?? {})));

/**
 * What a worker may see of a moment, built by naming each field that may leave the server. Keys,
 * weights, conditions and scenes not yet met are not left out: they are never put in.
 */
export function learnerView(
  scenario: Scenario,
  attempt: { moment: Moment; seed: number; step: number },
  last?: Pick<MadeMove, 'kind' | 'scene' | 'choice' | 'worldBefore'>,
): LearnerView {
  const { world, scene: id } = attempt.moment;
  const scene = scenario.scenes[id]!;
  const finds = findsOf(scenario);
  const options = optionsShown(scenario, attempt.moment, attempt.seed);
  return {
    scenario: scenario.title,
    step: attempt.step,
    scene: {
      id,
      title: scene.title,
      place: scene.place,
      clock: storyClock(scenario.clock, world.minutes),
      text: tell(scene.text, world),
    },
    people: peopleIn(scenario, scene, world),
    finds: Object.entries(scene.finds ?? {})
      .filter(([name, find]) => !world.known.includes(name) && holds(find.when, world))
      .map(([name, find]) => ({ id: name, label: find.label, minutes: find.minutes ?? 0 })),
    found: world.known
      .filter((name) => scene.finds?.[name])
      .map((name) => ({
        id: name,
        label: scene.finds![name]!.label,
        tells: tell(scene.finds![name]!.tells, world),
      })),
    known: world.known.map((name) => ({ id: name, note: finds.get(name)!.note })),
    ...(scene.decision && {
      decision: {
        prompt: scene.decision.prompt,
        options: options.map((name) => ({ id: name, text: scene.decision!.options[name]!.text })),
      },
    }),
    ...(scene.next && { next: { label: scene.next.label } }),
    ...(scene.ending && { ending: scene.ending }),
    ...(last && { past: pastMoment(scenario, last) }),
  };
}

function pastMoment(
  scenario: Scenario,
  last: Pick<MadeMove, 'kind' | 'scene' | 'choice' | 'worldBefore'>,
) {
  const scene = scenario.scenes[last.scene]!;
  const moment = { title: scene.title, text: tell(scene.text, last.worldBefore) };
  if (last.kind === 'go-on') return { ...moment, did: scene.next!.label, followed: '' };
  if (last.kind === 'find') {
    const find = scene.finds![last.choice]!;
    const after = applyEffects(last.worldBefore, find, last.choice);
    return { ...moment, did: find.label, followed: tell(find.tells, after) };
  }
  const option = scene.decision!.options[last.choice]!;
  const after = applyEffects(last.worldBefore, option);
  return { ...moment, did: option.text, followed: tell(option.followed, after) };
}
