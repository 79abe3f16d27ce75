import { byPassword } from '../access/signed-in.ts';
import type { AssessedDecision } from '../evidence/assess-decision.ts';
import { scoreClaim } from '../evidence/score-claim.ts';
import { ok, refuse, type Result } from '../result.ts';
import {
  claimName,
  writtenScore,
  type GoldenPath,
  type GoldenResult,
} from '../scenario/golden-path.ts';
import { firstMoment, movesAt, type Moment } from '../scenario/moment.ts';
import {
  readMoveWords,
  sayMove,
  sayWaysToDecide,
  type WrittenMove,
} from '../scenario/move-words.ts';
import type { PublishedScenario } from '../scenario/published.ts';
import { advanceAttempt } from './advance-attempt.ts';
import type { Attempt, MadeMove } from './attempt.ts';
import { optionsShown } from './options-shown.ts';
import { takeMove, type MoveRefusal, type TakenMove } from './take-move.ts';

/** A path that could not be walked: the move at which, counted from 0, and why, as a sentence. */
export interface Blocked {
  step: number;
  message: string;
}

// Paths are walked outside of any day: nothing about them hangs on when.
const at = '2026-01-01T00:00:00.000Z';

/** An attempt at the beginning of a scenario, of nobody, as an author tries it. */
export const beginWalk = (published: PublishedScenario, seed = 1): Attempt => ({
  id: 'walk',
  personId: 'nobody',
  slug: published.slug,
  versionHash: published.hash,
  mode: 'assessed',
  seed,
  step: 0,
  moment: firstMoment(published.machine),
  form: published.form,
  startedAt: at,
  finishedAt: null,
  arrivedBy: null,
  signedIn: byPassword,
});

/** A move as it is kept when a path is walked: nobody took time over it or said how sure they were. */
export const madeOf = (
  attempt: Attempt,
  { move, words }: WrittenMove,
  taken: TakenMove,
): MadeMove => ({
  id: `move-${attempt.step}`,
  step: attempt.step,
  kind: move.type,
  scene: taken.before.scene,
  choice: move.choice,
  words,
  offered: taken.offered,
  confidence: null,
  worldBefore: taken.before.world,
  dwellMs: null,
  at,
});

/** Plays a golden path move by move, by the very code that play goes through, and says what it comes to. */
export function walkGoldenPath(
  published: PublishedScenario,
  path: Pick<GoldenPath, 'moves'>,
): Result<GoldenResult, Blocked> {
  let attempt = beginWalk(published);
  const assessed: { where: string; rows: AssessedDecision[] }[] = [];
  for (const [step, words] of path.moves.entries()) {
    const blocked = (why: string) => refuse({ step, message: `Step ${step + 1}: ${why}` });
    const here = titleAt(published, attempt.moment);
    if (attempt.finishedAt) return blocked(`the story has already ended, in ‘${here}’.`);
    const read = readMoveWords(words, decisionAt(published, attempt.moment));
    if (!read.ok) return blocked(`\`${words}\` cannot be read. ${read.problem}`);
    const taken = takeMove(published, attempt, { step: attempt.step, ...read.value });
    if (!taken.ok)
      return blocked(
        `\`${words}\` ${whyNot[taken.problem.code]} in ‘${here}’; offered: ${sayOffered(published, attempt.moment)}.`,
      );
    const where = `${taken.value.before.scene} ${words.replace(/^\s*decide\s+/, '')}`;
    if (taken.value.assessed.length) assessed.push({ where, rows: taken.value.assessed });
    attempt = advanceAttempt(attempt, taken.value, madeOf(attempt, read.value, taken.value));
  }
  if (!attempt.finishedAt)
    return refuse({
      step: path.moves.length - 1,
      message: `The moves are over in ‘${titleAt(published, attempt.moment)}’, which is no ending; offered: ${sayOffered(published, attempt.moment)}.`,
    });
  return ok(resultOf(published, attempt, assessed));
}

const whyNot: Record<MoveRefusal['code'], string> = {
  finished: 'comes too late',
  'stale-step': 'comes out of turn',
  'not-offered': 'is not offered',
  'nothing-chosen': 'chooses nothing',
  'wrong-number': 'picks too many or too few',
  'same-place': 'puts two in one place',
  'not-all': 'leaves some out',
  'nothing-written': 'gives no reasons',
};

function resultOf(
  { scenario }: PublishedScenario,
  { moment }: Attempt,
  assessed: readonly { where: string; rows: AssessedDecision[] }[],
): GoldenResult {
  const rows = assessed.flatMap((one) => one.rows);
  const where = (part: 'harmful' | 'recovered') =>
    assessed.flatMap((one) => (one.rows.some((row) => row[part]) ? [one.where] : []));
  return {
    ending: moment.scene,
    feel: scenario.scenes[moment.scene]!.ending!,
    claims: Object.fromEntries(
      scenario.claims.flatMap((claim) => {
        const total = scoreClaim(rows, claim);
        return total ? [[claimName(claim), writtenScore(total.score)]] : [];
      }),
    ),
    harm: where('harmful'),
    recovered: where('recovered'),
  };
}

const titleAt = ({ scenario }: PublishedScenario, { scene }: Moment) =>
  scenario.scenes[scene]!.title;

/** The decision that is open in a moment. */
const decisionAt = ({ scenario }: PublishedScenario, { scene }: Moment) =>
  scenario.scenes[scene]?.decision;

function sayOffered(published: PublishedScenario, moment: Moment): string {
  const decision = decisionAt(published, moment);
  const others = movesAt(published.scenario, moment).filter(({ type }) => type !== 'decide');
  const ways = decision
    ? sayWaysToDecide(decision, optionsShown(published.scenario, moment, 1).sort())
    : [];
  return [...ways, ...others.map((move) => sayMove(move, decision))]
    .map((words) => `\`${words}\``)
    .join(', ');
}
