import type { Decision } from '../scenario/decision.ts';
import { holds } from '../scenario/guard.ts';
import type { Moment } from '../scenario/moment.ts';
import { tell } from '../scenario/prose.ts';
import type { Find, Scenario } from '../scenario/schema.ts';
import type { Arrival } from './attempt.ts';
import { optionsShown } from './options-shown.ts';
import { peopleIn, type SeenPerson } from './seen-people.ts';
import { seeBeside, type SeenBeside } from './seen-strands.ts';
import { tellPast } from './tell-past.ts';

/** What is asked in a decision: each kind with what its form needs, and nothing of its keys. */
export interface SeenDecision {
  kind: Decision['kind'];
  prompt: string;
  options: { id: string; text: string }[];
  /** How many to pick. */
  pick?: number;
  /** The steps to rate by, from least to most. */
  scale?: string[];
  /** What to give reasons about. */
  asks?: string[];
}

/** Everything that a worker's page may show of a moment. Texts are Markdown. */
export interface LearnerView {
  scenario: string;
  step: number;
  scene: { id: string; title: string; place: string; clock: string; text: string };
  people: SeenPerson[];
  /** What else goes on, and what holds it all together, while there are several things at once. */
  beside?: SeenBeside;
  finds: { id: string; kind: Find['kind']; label: string; minutes: number }[];
  /** What was found out here, in full, the latest last. */
  found: { id: string; label: string; tells: string }[];
  /** The notebook: one line for everything found out so far. */
  known: { id: string; note: string }[];
  decision?: SeenDecision;
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
  last?: Arrival,
): LearnerView {
  const { world, scene: id } = attempt.moment;
  const scene = scenario.scenes[id]!;
  const finds = findsOf(scenario);
  const beside = seeBeside(scenario, attempt.moment);
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
    ...(beside && { beside }),
    finds: Object.entries(scene.finds ?? {})
      .filter(([name, find]) => !world.known.includes(name) && holds(find.when, world))
      .map(([name, find]) => ({
        id: name,
        kind: find.kind,
        label: find.label,
        minutes: find.minutes ?? 0,
      })),
    found: world.known
      .filter((name) => scene.finds?.[name])
      .map((name) => ({
        id: name,
        label: scene.finds![name]!.label,
        tells: tell(scene.finds![name]!.tells, world),
      })),
    known: world.known.map((name) => ({ id: name, note: finds.get(name)!.note })),
    ...(scene.decision && {
      decision: seenDecision(scene.decision, optionsShown(scenario, attempt.moment, attempt.seed)),
    }),
    ...(scene.next && { next: { label: scene.next.label } }),
    ...(scene.ending && { ending: scene.ending }),
    ...(last && { past: tellPast(scenario, last) }),
  };
}

function seenDecision(decision: Decision, shown: readonly string[]): SeenDecision {
  const { kind, prompt } = decision;
  if (kind === 'rationale') return { kind, prompt, options: [], asks: decision.asks };
  const { options } = decision;
  return {
    kind,
    prompt,
    options: shown.map((id) => ({ id, text: options[id]!.text })),
    ...(kind === 'pick' && { pick: decision.pick }),
    ...(kind === 'rate' && { scale: decision.scale }),
  };
}
