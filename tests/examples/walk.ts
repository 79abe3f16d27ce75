import { advanceAttempt } from '#domain/attempt/advance-attempt.ts';
import type { Attempt, MadeMove } from '#domain/attempt/attempt.ts';
import { buildDebrief, type Debrief } from '#domain/attempt/build-debrief.ts';
import { learnerView, type LearnerView } from '#domain/attempt/learner-view.ts';
import { replayAttempt, type StoredEvidence } from '#domain/attempt/replay-attempt.ts';
import { takeMove } from '#domain/attempt/take-move.ts';
import { beginWalk, madeOf } from '#domain/attempt/walk-golden-path.ts';
import { firstMoment, movesAt, type Moment } from '#domain/scenario/moment.ts';
import { readMoveWords, sayMove } from '#domain/scenario/move-words.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import { firstWorld } from '#domain/scenario/world.ts';
import { factsOf } from '#domain/scenario/schema.ts';

/** A walk through an example: what it came to, move by move and at the end. */
export interface Walk {
  /** One line for the start and one after each move: `place | minutes | what is so`. */
  lines: string[];
  /** What can be done at the end, as golden paths write it. */
  offered: string[];
  /** One line for each thing that was shown: `scene credit`, with harm and where it counts. */
  credit: string[];
  moment: Moment;
  view: LearnerView;
  debrief: () => Debrief;
  /** What replaying finds, of the moves as they were or as they are changed, in this example or another. */
  replay: (change?: (moves: MadeMove[]) => void, as?: PublishedScenario) => string[];
}

/** As it is stored between two moves and read again. */
const kept = <What>(what: What): What => JSON.parse(JSON.stringify(what)) as What;

/** Makes moves from the start of an example, storing and reading everything between two of them. */
export function walk(published: PublishedScenario, moves: readonly string[]): Walk {
  let attempt = kept(beginWalk(published));
  const made: MadeMove[] = [];
  const evidence: StoredEvidence[] = [];
  const lines = [sayMoment(published, attempt.moment)];
  for (const words of moves) {
    const taken = tryMove(published, attempt, words);
    if (!taken.ok) throw new Error(`${words} after ${lines.at(-1)}: ${taken.problem.code}`);
    const { written, value } = taken;
    const move = kept(madeOf(attempt, written, value));
    const { personId } = attempt;
    made.push(move);
    evidence.push(
      ...kept(value.assessed.map((row) => ({ ...row, moveId: move.id, personId, at: move.at }))),
    );
    attempt = kept(advanceAttempt(attempt, value, move));
    lines.push(sayMoment(published, attempt.moment));
  }
  const { scenario } = published;
  return {
    lines,
    offered: movesAt(scenario, attempt.moment).map((move) =>
      sayMove(move, scenario.scenes[attempt.moment.scene]!.decision),
    ),
    credit: evidence.map((row) => sayCredit(made, row)),
    moment: attempt.moment,
    view: learnerView(scenario, attempt, attempt.arrivedBy ?? undefined),
    debrief: () => buildDebrief(published, attempt, made),
    replay: (change, as = published) => {
      const moves = structuredClone(made);
      change?.(moves);
      return replayAttempt(as, attempt, moves, evidence);
    },
  };
}

function tryMove(published: PublishedScenario, attempt: Attempt, words: string) {
  const decision = published.scenario.scenes[attempt.moment.scene]!.decision;
  const read = readMoveWords(words, decision);
  if (!read.ok) throw new Error(read.problem);
  const taken = takeMove(published, attempt, { step: attempt.step, ...read.value });
  return taken.ok ? { ...taken, written: read.value } : taken;
}

/** Why a move is refused after some others, by its code; nothing where it is not. */
export function refusal(
  published: PublishedScenario,
  moves: readonly string[],
  words: string,
): string | undefined {
  const attempt = { ...beginWalk(published), moment: walk(published, moves).moment };
  const taken = tryMove(published, attempt, words);
  return taken.ok ? undefined : taken.problem.code;
}

/** Where a moment is and what is so in it, leaving out what is as it was at first. */
function sayMoment({ scenario, machine }: PublishedScenario, moment: Moment): string {
  const { scene, strands, left, world } = moment;
  const first = firstWorld(factsOf(scenario)).facts;
  const facts = Object.entries(world.facts).flatMap(([name, value]) =>
    value === first[name] ? [] : [`${name}=${value}`],
  );
  const so = [...facts, ...world.known.map((name) => `knows ${name}`)];
  const before = left ? ` (from ${sayPlace(left.scene, left.strands)})` : '';
  const start = firstMoment(machine).world.minutes;
  return [sayPlace(scene, strands) + before, world.minutes - start, so.join(', ')].join(' | ');
}

const sayPlace = (scene: string, strands: Record<string, string> | undefined) =>
  strands
    ? Object.values(strands)
        .map((at) => (at === scene ? `*${at}` : at))
        .join(' + ')
    : scene;

function sayCredit(made: readonly MadeMove[], row: StoredEvidence): string {
  const { scene } = made.find((one) => one.id === row.moveId)!;
  const marks = [
    ...(row.harmful ? ['harm'] : []),
    ...(row.recovered ? ['recovered'] : []),
    row.anchor === null ? 'counts nowhere' : `counts at ${row.anchor}`,
  ];
  return `${scene} ${row.credit}, ${marks.join(', ')}`;
}
