import { assessDecision, type AssessedDecision } from '../evidence/assess-decision.ts';
import { isAnswerTo, problemIn, type AnswerProblem } from '../scenario/answer.ts';
import { ok, refuse, type Result } from '../result.ts';
import { nextMoment, type Moment } from '../scenario/moment.ts';
import type { PublishedScenario } from '../scenario/published.ts';
import type { Move } from '../scenario/to-machine.ts';
import type { Attempt } from './attempt.ts';
import { optionsShown } from './options-shown.ts';

export interface MoveInput {
  step: number;
  move: Move;
  /** Reasons, where a decision asks for them. */
  words?: string | null | undefined;
}

/** What a move came to: what was offered, where it led, and what it says about the worker. */
export interface TakenMove {
  before: Moment;
  after: Moment;
  offered: string[];
  finished: boolean;
  assessed: AssessedDecision[];
}

export type MoveRefusal = { code: 'finished' | 'stale-step' | 'not-offered' | AnswerProblem };

/** Moves an attempt one step on, or says why it may not move. Only assessed attempts give evidence. */
export function takeMove(
  published: PublishedScenario,
  attempt: Attempt,
  input: MoveInput,
): Result<TakenMove, MoveRefusal> {
  if (attempt.finishedAt) return refuse({ code: 'finished' });
  if (input.step !== attempt.step) return refuse({ code: 'stale-step' });

  const before = attempt.moment;
  const { decision } = published.scenario.scenes[before.scene]!;
  const { type, choice } = input.move;
  if (type === 'decide') {
    const problem = decision && problemIn(decision, choice, input.words ?? '');
    if (problem) return refuse({ code: problem });
    if (!decision || !isAnswerTo(decision, choice)) return refuse({ code: 'not-offered' });
  }
  const after = nextMoment(published.machine, before, input.move);
  if (!after) return refuse({ code: 'not-offered' });
  const decides = type === 'decide' && attempt.mode === 'assessed';
  return ok({
    before,
    after,
    offered: optionsShown(published.scenario, before, attempt.seed),
    finished: Boolean(published.scenario.scenes[after.scene]?.ending),
    assessed: decides ? assessDecision(published, before.scene, choice, before.world) : [],
  });
}
