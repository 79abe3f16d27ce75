import type { Policy } from '../profile/policy.ts';
import { numbersIn, pickedIn } from '../scenario/answer.ts';
import type { Decision } from '../scenario/decision.ts';
import { storyOptions } from '../scenario/story-options.ts';
import { itemTotal } from '../statistics/items.ts';
import { mayShowGroup, voiceFor } from '../statistics/silence.ts';
import { wilsonInterval } from '../statistics/wilson.ts';
import type { FirstMove } from './first-move.ts';

/** A count of people out of some, with the interval that the true share lies in 95 times in 100. */
export interface Share {
  count: number;
  of: number;
  share: number;
  interval: [low: number, high: number];
}

/** What became of one option. */
export interface OptionOutcome {
  id: string;
  letter: string;
  text: string;
  /** The key asks for it. Only where one can choose or pick. */
  sound: boolean;
  canHarm: boolean;
  /** How many chose it, or placed or rated it as the key does. Absent where too few were offered it. */
  taken?: Share;
  /** How many did harm with it. */
  harmed?: number;
  /**
   * How choosing it goes with what was earned at the other anchors, −1 to 1. Absent where those who
   * chose it, or those who did not, are a group too small to be spoken of.
   */
  withRest?: number;
}

export const toShare = (count: number, of: number): Share => ({
  ...{ count, of, share: count / of },
  interval: wilsonInterval(count, of),
});

/** Whether a move took an option as a choice, or as the key places or rates it. */
function takes(decision: Decision, id: string, { choice }: FirstMove): boolean {
  switch (decision.kind) {
    case 'best-action':
      return choice === id;
    case 'pick':
      return pickedIn(choice).includes(id);
    case 'rank':
      return numbersIn(choice).get(id) === decision.options[id]!.key.place;
    case 'rate':
      return numbersIn(choice).get(id) === decision.options[id]!.key.rating;
    case 'rationale':
      return false;
  }
}

/** Whether a move did harm by what it did with one option. */
function harmsBy(decision: Decision, id: string, move: FirstMove): boolean {
  switch (decision.kind) {
    case 'best-action':
      return move.choice === id && move.harmful;
    case 'pick':
      return takes(decision, id, move) && !!decision.options[id]!.key.harmful;
    case 'rank':
      return numbersIn(move.choice).get(id) === 1 && !!decision.options[id]!.key.harmful;
    case 'rate':
      return (
        numbersIn(move.choice).get(id)! > (decision.scale.length + 1) / 2 &&
        !!decision.options[id]!.key.harmful
      );
    case 'rationale':
      return false;
  }
}

/** How often each option was taken by those to whom it was offered, and how that goes with the rest. */
export function countOptions(
  decision: Decision,
  moves: readonly FirstMove[],
  restOf: (attempt: string) => number | undefined,
  statistics: Policy['statistics'],
): OptionOutcome[] {
  const chosen = decision.kind === 'best-action' || decision.kind === 'pick';
  return storyOptions(decision).map(({ id, letter, text, sound, harmful }) => {
    const option = { id, letter, text, sound, canHarm: harmful.length > 0 };
    const offered = moves.filter((move) => move.offered.includes(id));
    if (voiceFor(offered.length, statistics) === 'silent') return option;
    const taken = toShare(
      offered.filter((move) => takes(decision, id, move)).length,
      offered.length,
    );
    const scores = offered.flatMap((move) => {
      const rest = restOf(move.attempt);
      return rest === undefined ? [] : [[takes(decision, id, move) ? 1 : 0, rest]];
    });
    const isGroup = [taken.count, taken.of - taken.count].every((n) => mayShowGroup(n, statistics));
    const withRest = chosen && isGroup ? itemTotal(scores, 0) : undefined;
    const harmed = offered.filter((move) => harmsBy(decision, id, move)).length;
    return { ...option, taken, harmed, ...(withRest !== undefined && { withRest }) };
  });
}
