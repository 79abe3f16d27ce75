import { scoreClaim, type ClaimScore } from '../evidence/score-claim.ts';
import { assessDecision, type AssessedDecision } from '../evidence/assess-decision.ts';
import { holds } from '../scenario/guard.ts';
import { tell } from '../scenario/prose.ts';
import type { PublishedScenario } from '../scenario/published.ts';
import { applyEffects } from '../scenario/world.ts';
import type { Attempt, Confidence, MadeMove } from './attempt.ts';
import { storyClock } from './learner-view.ts';
import { worthOfCredit } from './worth-words.ts';

/** How a choice came out, in a word that a person can be told. */
export type Worth = 'sound' | 'mostly-sound' | 'partly-sound' | 'not-sound' | 'harmful';

/** One decision of a finished attempt, with everything that stood behind it. */
export interface DebriefedDecision {
  moveId: string;
  at: string;
  scene: string;
  title: string;
  place: string;
  clock: string;
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
  options: {
    id: string;
    text: string;
    chosen: boolean;
    why: string;
    credit: Record<string, number>;
    harmful: string[];
  }[];
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
  ending: { title: string; text: string; feel: 'well' | 'mixed' | 'hard' };
  claims: (ClaimScore & { competency: string; level: 2 | 3 })[];
  wentWell: DebriefedDecision[];
  /** The one decision that matters most to talk about: harm first, else the least sound. */
  matters: DebriefedDecision | undefined;
}

const worthOf = (shows: AssessedDecision[]): Worth => {
  if (shows.some((row) => row.harmful)) return 'harmful';
  return worthOfCredit(shows.reduce((sum, row) => sum + row.credit, 0) / shows.length);
};

const order: Worth[] = ['harmful', 'not-sound', 'partly-sound', 'mostly-sound', 'sound'];

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
    const did = move.kind === 'find' ? scene.finds![move.choice]!.label : scene.next!.label;
    return { kind: 'step' as const, step: { clock, did } };
  });
  const decisions = path.flatMap((one) => (one.kind === 'decision' ? [one.decision] : []));
  const last = scenario.scenes[attempt.moment.scene]!;
  const shows = decisions.flatMap((decision) => decision.shows);
  const least = [...decisions].sort((a, b) => order.indexOf(a.worth) - order.indexOf(b.worth))[0];
  return {
    path,
    decisions,
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
    matters: least && least.worth !== 'sound' ? least : undefined,
  };
}

function tellDecision(
  published: PublishedScenario,
  move: MadeMove,
  clock: string,
): DebriefedDecision {
  const { scenario } = published;
  const scene = scenario.scenes[move.scene]!;
  const decision = scene.decision!;
  const option = decision.options[move.choice]!;
  const world = move.worldBefore;
  const shows = assessDecision(published, move.scene, move.choice);
  const notes = Object.values(scenario.scenes).flatMap((one) => Object.entries(one.finds ?? {}));
  return {
    moveId: move.id,
    at: move.at,
    scene: move.scene,
    title: scene.title,
    place: scene.place,
    clock,
    prompt: decision.prompt,
    level: decision.level,
    routine: decision.routine,
    indicators: decision.indicators,
    chosen: option.text,
    followed: tell(option.followed, applyEffects(world, option)),
    why: option.key.why,
    weigh: decision.weigh,
    worth: worthOf(shows),
    recovered: option.recovers ?? false,
    anchored: shows.some((row) => row.anchor !== null),
    confidence: move.confidence,
    options: move.offered.map((id) => {
      const { text, key } = decision.options[id]!;
      return {
        id,
        text,
        chosen: id === move.choice,
        why: key.why,
        credit: key.credit,
        harmful: key.harmful ?? [],
      };
    }),
    shows,
    facts: Object.entries(scenario.facts).map(([name, fact]) => ({
      about: fact.about,
      value:
        'flag' in fact
          ? holds({ fact: name, is: true }, world)
            ? 'yes'
            : 'no'
          : String(world.facts[name]),
    })),
    knew: notes.filter(([name]) => world.known.includes(name)).map(([, find]) => find.note),
  };
}
