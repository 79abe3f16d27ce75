import type { Arrival, Attempt, MadeMove } from './attempt.ts';
import type { TakenMove } from './take-move.ts';

/** An attempt one move on: where it stands, what led there, and whether it is over. */
export function advanceAttempt(attempt: Attempt, taken: TakenMove, made: MadeMove): Attempt {
  const stayed = made.scene === taken.after.scene;
  return {
    ...attempt,
    step: attempt.step + 1,
    moment: taken.after,
    finishedAt: taken.finished ? made.at : null,
    arrivedBy: stayed ? attempt.arrivedBy : arrival(made),
  };
}

const arrival = ({ kind, scene, choice, words, worldBefore }: MadeMove): Arrival => ({
  kind,
  scene,
  choice,
  ...(words && { words }),
  worldBefore,
});
