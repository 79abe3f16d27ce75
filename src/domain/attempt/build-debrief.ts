import { scoreClaim, type ClaimScore } from '../evidence/score-claim.ts';
import { assessDecision, recoversIn, type AssessedDecision } from '../evidence/assess-decision.ts';
import { explainOptions, whyOf, type ExplainedOption } from './explain-options.ts';
import type { Decision } from '../scenario/decision.ts';
import { holds } from '../scenario/guard.ts';
import { tell } from '../scenario/prose.ts';
import type { PublishedScenario } from '../scenario/published.ts';
import { factsOf, type Scenario, type Scene } from '../scenario/schema.ts';
import type { Fact, World } from '../scenario/world.ts';
import { sayAnswer, tellFollowed } from './tell-answer.ts';
import { turnTo } from './tell-past.ts';
import type { Attempt, Confidence, MadeMove } from './attempt.ts';
import { storyClock } from './learner-view.ts';
import { worthOfCredit } from './worth-words.ts';

/** How a choice came out, in a word that a person can be told. */
export type Worth =
  'sound' | 'mostly-sound' | 'partly-sound' | 'not-sound' | 'harmful' | 'to-be-read';

/** One decision of a finished attempt, with everything that stood behind it. */
export interface DebriefedDecision {
  moveId: string;
  at: string;
  scene: string;
  title: string;
  place: string;
  clock: string;
  kind: Decision['kind'];
  prompt: string;
  level: 2 | 3;
  routine: boolean;
  indicators: string[];
  chosen: string;
  followed: string;
  why: string;
  weigh: string;
  worth: Worth;
  recovered: boolean;
  /** True where every path meets this decision, so that it counts towards the total. */
  anchored: boolean;
  confidence: Confidence | null;
  options: ExplainedOption[];
  shows: AssessedDecision[];
  /** The facts of the story when it was decided, as their author describes them. */
  facts: { about: string; value: string }[];
  knew: string[];
}

/** A move of the path that was not a decision. */
export interface DebriefedStep {
  clock: string;
  did: string;
}

export interface Debrief {
  path: (
    { kind: 'decision'; decision: DebriefedDecision } | { kind: 'step'; step: DebriefedStep }
  )[];
  decisions: DebriefedDecision[];
  /** What later showed of what was done; empty where the scenario tells nothing of it. */
  lookingBack: string;
  ending: { title: string; text: string; feel: 'well' | 'mixed' | 'hard' };
  claims: (ClaimScore & { competency: string; level: 2 | 3 })[];
  wentWell: DebriefedDecision[];
  /** The one decision that matters most to talk about: harm first, else the least sound. */
  matters: DebriefedDecision | undefined;
}

const worthOf = (shows: AssessedDecision[]): Worth => {
  // Reasons wait for a person who reads them.
  if (!shows.length) return 'to-be-read';
  if (shows.some((row) => row.harmful)) return 'harmful';
  return worthOfCredit(shows.reduce((sum, row) => sum + row.credit, 0) / shows.length);
};

const order: Worth[] = [
  'harmful',
  'not-sound',
  'partly-sound',
  'mostly-sound',
  'sound',
  'to-be-read',
];

/** Tells a finished attempt from first move to last, with the key of every decision it made. */
export function buildDebrief(
  published: PublishedScenario,
  attempt: Attempt,
  moves: readonly MadeMove[],
): Debrief {
  const { scenario } = published;
  const path = moves.map((move) => {
    const clock = storyClock(scenario.clock, move.worldBefore.minutes);
    if (move.kind === 'decide')
      return { kind: 'decision' as const, decision: tellDecision(published, move, clock) };
    const scene = scenario.scenes[move.scene]!;
    return { kind: 'step' as const, step: { clock, did: sayStep(scenario, scene, move) } };
  });
  const decisions = path.flatMap((one) => (one.kind === 'decision' ? [one.decision] : []));
  const last = scenario.scenes[attempt.moment.scene]!;
  const shows = decisions.flatMap((decision) => decision.shows);
  const least = [...decisions].sort((a, b) => order.indexOf(a.worth) - order.indexOf(b.worth))[0];
  return {
    path,
    decisions,
    lookingBack: tell(scenario['looking-back'], attempt.moment.world),
    ending: {
      title: last.title,
      text: tell(last.text, attempt.moment.world),
      feel: last.ending ?? 'mixed',
    },
    claims: scenario.claims.flatMap((claim) => {
      const score = scoreClaim(shows, claim);
      return score ? [{ ...claim, ...score }] : [];
    }),
    wentWell: decisions
      .filter(({ worth, recovered }) => worth === 'sound' || (recovered && worth !== 'harmful'))
      .slice(0, 3),
    matters: least && order.indexOf(least.worth) < order.indexOf('sound') ? least : undefined,
  };
}

function sayStep(scenario: Scenario, scene: Scene, move: MadeMove): string {
  if (move.kind === 'turn') return turnTo(scenario, move.choice);
  return move.kind === 'find' ? scene.finds![move.choice]!.label : scene.next!.label;
}

function tellDecision(
  published: PublishedScenario,
  move: MadeMove,
  clock: string,
): DebriefedDecision {
  const { scenario } = published;
  const scene = scenario.scenes[move.scene]!;
  const decision = scene.decision!;
  const world = move.worldBefore;
  const facts = factsOf(scenario);
  const shows = assessDecision(published, move.scene, move.choice, world);
  const notes = Object.values(scenario.scenes).flatMap((one) => Object.entries(one.finds ?? {}));
  return {
    moveId: move.id,
    at: move.at,
    scene: move.scene,
    title: scene.title,
    place: scene.place,
    clock,
    kind: decision.kind,
    prompt: decision.prompt,
    level: decision.level,
    routine: decision.routine,
    indicators: decision.indicators,
    chosen: sayAnswer(decision, move.choice, move.words),
    followed: tellFollowed(decision, move.choice, world, facts),
    why: whyOf(decision, move.choice, world),
    weigh: tell(decision.weigh, world),
    worth: worthOf(shows),
    recovered: recoversIn(decision, move.choice),
    anchored: shows.some((row) => row.anchor !== null),
    confidence: move.confidence,
    options: explainOptions(decision, move.choice, move.offered, world),
    shows,
    facts: Object.entries(facts).map(([name, fact]) => ({
      about: fact.about,
      value: sayFact(fact, name, world),
    })),
    knew: notes.filter(([name]) => world.known.includes(name)).map(([, find]) => find.note),
  };
}

function sayFact(fact: Fact, name: string, world: World): string {
  if ('flag' in fact) return holds({ fact: name, is: true }, world) ? 'yes' : 'no';
  const value = String(world.facts[name]);
  return 'timer' in fact && Number(value) < 0 ? 'not counted then' : value;
}
